package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.telephony.store.CallLegDao;
import java.time.InstantSource;

/**
 * The legs of calls as they go on. The end of a caller's own leg is the end of the call, announced
 * in the transaction that saves it: once, because only one report can be the first to end it.
 */
public final class CallLegs {
  private final LegOwners owners;
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  CallLegs(LegOwners owners, Database database, Outbox outbox, InstantSource clock) {
    this.owners = owners;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Notes what Twilio says about a leg; a leg that is nobody's leaves a line in the log. */
  public void note(LegReport report) {
    owners
        .find(report)
        .ifPresentOrElse(
            owner -> note(owner, report),
            () ->
                Log.warn(
                    "Twilio reported a leg that is nobody's",
                    field("callSid", report.callSid()),
                    field("direction", report.direction())));
  }

  private void note(LegOwner owner, LegReport report) {
    var organization = owner.organizationId();
    database.useTransaction(
        organization,
        tx -> {
          var dao = tx.dao(CallLegDao.class);
          var first = CallLeg.first(owner.callId(), report);
          if (take(dao, organization, first)) {
            dao.insert(organization, first);
            if (first.status().isFinal()) {
              announceEnd(tx, organization, first);
            }
          } else {
            advance(tx, organization, report);
          }
        });
  }

  private boolean take(CallLegDao dao, OrganizationId organization, CallLeg leg) {
    return dao.take(organization, leg.callSid(), leg.id(), leg.callId(), clock.instant()) == 1;
  }

  private void advance(Tx tx, OrganizationId organization, LegReport report) {
    var dao = tx.dao(CallLegDao.class);
    var before = dao.lock(organization, report.callSid()).orElseThrow();
    var after = before.after(report);
    if (!after.equals(before)) {
      dao.update(organization, after);
    }
    if (after.endsAfter(before)) {
      announceEnd(tx, organization, after);
    }
  }

  private void announceEnd(Tx tx, OrganizationId organization, CallLeg leg) {
    if (leg.isCallersOwn()) {
      // Everything that a call sets off is found by the call's id.
      LogContext.current()
          .correlatedBy(leg.callId().toString())
          .run(() -> outbox.add(tx, leg.ended(organization)));
    }
  }
}
