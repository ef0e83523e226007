package com.hekax.phone.calls;

import com.hekax.phone.calls.store.CallDao;
import com.hekax.phone.calls.store.CallEventDao;
import com.hekax.phone.contracts.CallUpdated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.LogContext;
import java.time.InstantSource;

/**
 * Writes what is heard of a call into its story and its row, and announces the row as it is then.
 */
public final class CallRecorder {
  private final Outbox outbox;
  private final InstantSource clock;

  public CallRecorder(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Once for each event: what the story has already changes nothing. */
  public void record(Tx tx, CallNews news) {
    var organization = news.organization();
    if (tx.dao(CallEventDao.class).insert(organization, news.call(), news.event()) == 0) {
      return;
    }
    var call =
        tx.dao(CallDao.class)
            .merge(organization, news.change())
            .orElseThrow(
                () -> new IllegalStateException("The event names a call of another organization"));
    announce(tx, organization, call);
  }

  private void announce(Tx tx, OrganizationId organization, Call call) {
    // Everything that a call sets off is found by the call's id.
    LogContext.current()
        .correlatedBy(call.id().toString())
        .run(
            () ->
                outbox.add(
                    tx,
                    new CallUpdated(
                        TimeOrderedUuid.next(), organization, clock.instant(), call.details())));
  }
}
