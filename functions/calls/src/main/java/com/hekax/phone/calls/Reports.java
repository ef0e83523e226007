package com.hekax.phone.calls;

import com.hekax.phone.calls.store.CallReportDao;
import com.hekax.phone.contracts.AssistantFinished;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.OngoingCall;
import java.time.InstantSource;

/** Keeps what the receptionist's part in a call came to, and announces its end. */
public final class Reports {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  public Reports(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Saves a report; a second one of the same stream changes nothing. */
  public void save(OngoingCall by, CallReport report) {
    var organization = by.organization();
    database.useTransaction(
        organization,
        tx -> {
          var reports = tx.dao(CallReportDao.class);
          if (reports.insert(organization, by.call(), report, clock.instant()) == 1) {
            // Everything that a call sets off is found by the call's id.
            LogContext.current()
                .correlatedBy(by.call().toString())
                .run(() -> outbox.add(tx, finished(by, report)));
          }
        });
  }

  private static AssistantFinished finished(OngoingCall by, CallReport report) {
    return new AssistantFinished(
        TimeOrderedUuid.next(),
        by.organization(),
        report.endedAt(),
        by.call(),
        report.reason().name(),
        report.seconds());
  }
}
