package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.telephony.store.CallLegDao;
import java.time.InstantSource;

/**
 * The legs of calls as they go on. A caller's own leg is what the call begins and ends with; both
 * are announced in the transaction that saves them: once, because only one report can be the first
 * of a leg, and only one the first to end it. So is the answer of somebody who was rung.
 */
public final class CallLegs {
  private final LegOwners owners;
  private final BridgeSessions sessions;
  private final Transfers transfers;
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  CallLegs(
      LegOwners owners,
      BridgeSessions sessions,
      Transfers transfers,
      Database database,
      Outbox outbox,
      InstantSource clock) {
    this.owners = owners;
    this.sessions = sessions;
    this.transfers = transfers;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Notes what Twilio says about a leg; a leg that is nobody's leaves a line in the log. */
  public void note(LegReport report) {
    owners
        .find(report)
        .ifPresentOrElse(
            owner -> database.useTransaction(owner.organizationId(), tx -> note(tx, owner, report)),
            () ->
                Log.warn(
                    "Twilio reported a leg that is nobody's",
                    field("callSid", report.callSid()),
                    field("direction", report.direction())));
  }

  /**
   * Notes it in a transaction of the leg's owner, which holds the leg from then on.
   *
   * @return the leg as it is now
   */
  CallLeg note(Tx tx, LegOwner owner, LegReport report) {
    var organization = owner.organizationId();
    var first = CallLeg.first(owner.callId(), report);
    if (!take(tx, organization, first)) {
      return advance(tx, organization, report);
    }
    LogContext.foundCorrelation(first.callId().toString());
    Log.info(
        "A leg of a call began",
        field("callSid", first.callSid()),
        field("callId", first.callId()),
        field("direction", first.direction()));
    tx.dao(CallLegDao.class).insert(organization, first);
    if (first.isCallersOwn()) {
      announce(tx, first, first.started(organization));
    } else if (first.answeredAt().isPresent()) {
      transfers.announceAnswer(tx, organization, first);
    }
    if (first.status().isFinal()) {
      end(tx, organization, first);
    }
    return first;
  }

  /** The leg, held until the transaction ends. */
  CallLeg lock(Tx tx, LegOwner owner, String callSid) {
    return locked(tx, owner.organizationId(), callSid);
  }

  /** The leg, held; Twilio has named it, and what belongs to its call is known from here on. */
  private static CallLeg locked(Tx tx, OrganizationId organization, String callSid) {
    var leg = tx.dao(CallLegDao.class).lock(organization, callSid).orElseThrow();
    LogContext.foundCorrelation(leg.callId().toString());
    return leg;
  }

  private boolean take(Tx tx, OrganizationId organization, CallLeg leg) {
    return tx.dao(CallLegDao.class)
            .take(organization, leg.callSid(), leg.id(), leg.callId(), clock.instant())
        == 1;
  }

  private CallLeg advance(Tx tx, OrganizationId organization, LegReport report) {
    var dao = tx.dao(CallLegDao.class);
    var before = locked(tx, organization, report.callSid());
    var after = before.after(report);
    if (!after.equals(before)) {
      dao.update(organization, after);
    }
    if (after.isPickedUpAfter(before)) {
      transfers.announceAnswer(tx, organization, after);
    }
    if (after.endsAfter(before)) {
      end(tx, organization, after);
    }
    return after;
  }

  private void end(Tx tx, OrganizationId organization, CallLeg leg) {
    Log.info(
        "A leg of a call ended",
        field("callSid", leg.callSid()),
        field("callId", leg.callId()),
        field("direction", leg.direction()),
        field("outcome", leg.status()));
    if (leg.isCallersOwn()) {
      sessions.end(tx, organization, leg.callId());
      announce(tx, leg, leg.ended(organization));
    }
  }

  private void announce(Tx tx, CallLeg leg, DomainEvent event) {
    // Everything that a call sets off is found by the call's id.
    LogContext.current().correlatedBy(leg.callId().toString()).run(() -> outbox.add(tx, event));
  }
}
