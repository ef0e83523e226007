package com.hekax.phone.crm;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.CrmSyncFailed;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.crm.store.LinkDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.vendor.SyncOutcome.Rejected;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What is written down while something is brought into a CRM, each note a transaction. */
final class SyncNotes {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  SyncNotes(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is known of a lead's contact. */
  SyncLink contact(SyncTarget target, LeadDetails lead) {
    return database.inTransaction(
        target.organization(),
        tx ->
            tx.dao(LinkDao.class)
                .openContact(
                    target.organization(),
                    target.connection().id(),
                    TimeOrderedUuid.next(),
                    lead.id(),
                    lead.call(),
                    clock.instant()));
  }

  /** What is known of a call. */
  SyncLink call(SyncTarget target, LeadDetails lead, CallId call) {
    return database.inTransaction(
        target.organization(),
        tx ->
            tx.dao(LinkDao.class)
                .openCall(
                    target.organization(),
                    target.connection().id(),
                    TimeOrderedUuid.next(),
                    lead.id(),
                    call,
                    clock.instant()));
  }

  /** The contact that another lead with the same number has. */
  Optional<String> contactWithPhone(SyncTarget target, String phone) {
    return database.read(
        target.organization(),
        tx ->
            tx.dao(LinkDao.class)
                .findContactWithPhone(target.organization(), target.connection().id(), phone));
  }

  /** Committed before the CRM is asked to make one: after a crash it is known to look first. */
  void askToMake(SyncTarget target, SyncLink link) {
    database.useTransaction(
        target.organization(),
        tx -> tx.dao(LinkDao.class).askToMake(target.organization(), link.id()));
  }

  /** It is there. */
  void synced(
      SyncTarget target,
      SyncLink link,
      String externalId,
      String url,
      int version,
      Map<String, String> written) {
    database.useTransaction(
        target.organization(),
        tx ->
            tx.dao(LinkDao.class)
                .synced(
                    target.organization(),
                    link.id(),
                    externalId,
                    url,
                    version,
                    written,
                    clock.instant()));
  }

  /** The CRM refuses it; people are told. */
  void refused(
      SyncTarget target, SyncLink link, Rejected refused, LeadDetails lead, Optional<CallId> call) {
    database.useTransaction(
        target.organization(), tx -> fail(tx, target, link, refused.reason(), false, lead, call));
  }

  /** It was tried for too long; people are told. */
  void givenUp(SyncTarget target, LeadDetails lead, String reason) {
    var contact = contact(target, lead);
    boolean contactIsThere =
        contact.state() == LinkState.SYNCED && contact.version() >= lead.version();
    if (!contactIsThere || lead.call().isEmpty()) {
      database.useTransaction(
          target.organization(),
          tx -> fail(tx, target, contact, reason, true, lead, Optional.empty()));
    } else {
      var link = call(target, lead, lead.call().orElseThrow());
      database.useTransaction(
          target.organization(), tx -> fail(tx, target, link, reason, true, lead, lead.call()));
    }
  }

  private void fail(
      Tx tx,
      SyncTarget target,
      SyncLink link,
      String reason,
      boolean stillUnsure,
      LeadDetails lead,
      Optional<CallId> call) {
    tx.dao(LinkDao.class).failed(target.organization(), link.id(), reason, stillUnsure);
    outbox.add(
        tx,
        new CrmSyncFailed(
            TimeOrderedUuid.next(),
            target.organization(),
            clock.instant(),
            target.connection().provider().name(),
            reason,
            Optional.of(lead.id()),
            call));
  }
}
