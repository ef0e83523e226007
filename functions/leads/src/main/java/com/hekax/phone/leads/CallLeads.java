package com.hekax.phone.leads;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.leads.store.LeadDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.OngoingCall;
import java.time.InstantSource;

/**
 * The leads that calls bring, one a call. Every change is announced in the transaction that makes
 * it.
 */
public final class CallLeads {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  public CallLeads(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Saves who is calling. When the call has a lead already, that one is filled in and changed, as
   * far as it says something new.
   */
  public LeadId capture(OngoingCall in, Caller caller) {
    return database.inTransaction(
        in.organization(),
        tx -> {
          var dao = tx.dao(LeadDao.class);
          var setting =
              new Caller.Setting(
                  dao.findCountry(in.organization()).orElseThrow(),
                  dao.findCallersNumber(in.organization(), in.call()));
          var id = LeadId.create();
          var now = clock.instant();
          if (dao.insertOfCall(in.organization(), id, caller.lead(setting), in.call(), now) == 1) {
            var lead = dao.find(in.organization(), id).orElseThrow();
            announce(
                tx,
                in,
                new LeadCaptured(TimeOrderedUuid.next(), in.organization(), now, lead.details()));
            return id;
          }
          // Somebody was faster: the insert has waited for them, so their lead is there.
          return change(tx, in, caller, setting);
        });
  }

  private LeadId change(Tx tx, OngoingCall in, Caller caller, Caller.Setting setting) {
    var dao = tx.dao(LeadDao.class);
    var before = dao.lockOfCall(in.organization(), in.call()).orElseThrow();
    var fields = caller.over(before.fields(), setting);
    if (!fields.equals(before.fields())) {
      var now = clock.instant();
      dao.update(in.organization(), before.id(), fields, now);
      var after = dao.find(in.organization(), before.id()).orElseThrow();
      announce(
          tx, in, new LeadUpdated(TimeOrderedUuid.next(), in.organization(), now, after.details()));
    }
    return before.id();
  }

  /** Everything that a call sets off is found by the call's id. */
  private void announce(Tx tx, OngoingCall in, DomainEvent event) {
    LogContext.current().correlatedBy(in.call().toString()).run(() -> outbox.add(tx, event));
  }
}
