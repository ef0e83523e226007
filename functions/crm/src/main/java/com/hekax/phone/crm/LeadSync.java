package com.hekax.phone.crm;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.hubspot.HubSpotClient;
import com.hekax.phone.crm.store.CrmLeadDao;
import com.hekax.phone.crm.store.LockDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.vendor.SyncOutcome;
import com.hekax.phone.platform.vendor.SyncOutcome.Saved;
import com.hekax.phone.platform.vendor.SyncOutcome.TryLater;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings what is known of a lead into the CRM: its contact, and the call it was captured on once
 * that has ended. One caller is dealt with by one function at a time, so that two leads of his do
 * not make two contacts.
 */
final class LeadSync {
  /** Longer than any function runs: whoever dies in the middle blocks nobody for longer. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration SOMEBODY_ELSE_IS_AT_IT = Duration.ofSeconds(5);

  private final Database database;
  private final VendorHttp http;
  private final TokenKeeper tokens;
  private final ContactSync contacts;
  private final CallSync calls;
  private final InstantSource clock;

  LeadSync(
      Database database,
      VendorHttp http,
      TokenKeeper tokens,
      ContactSync contacts,
      CallSync calls,
      InstantSource clock) {
    this.database = database;
    this.http = http;
    this.tokens = tokens;
    this.contacts = contacts;
    this.calls = calls;
    this.clock = clock;
  }

  private record Known(LeadDetails lead, Optional<CallEnded> end) {}

  /** The newest state of a lead, which was written down before it is sent. */
  LeadDetails lead(OrganizationId organization, LeadId lead) {
    return known(organization, lead).lead();
  }

  /** Where a connection leads. */
  SyncTarget target(OrganizationId organization, CrmConnection connection) {
    var client = new HubSpotClient(http, tokens.of(organization, connection.id()));
    return new SyncTarget(organization, connection, client);
  }

  /** Brings it there. */
  SyncOutcome save(SyncTarget target, LeadId lead) {
    var organization = target.organization();
    // The number does not change under the lock that is named by it: what changes it comes again.
    return alone(
        organization,
        nameOf(known(organization, lead).lead()),
        () -> {
          var known = known(organization, lead);
          return switch (contacts.save(target, known.lead())) {
            case Saved(var contactId) ->
                known
                    .end()
                    .map(end -> calls.save(target, known.lead(), end, contactId))
                    .orElse(new Saved(contactId));
            case SyncOutcome other -> other;
          };
        });
  }

  private Known known(OrganizationId organization, LeadId id) {
    return database.read(
        organization,
        tx -> {
          var dao = tx.dao(CrmLeadDao.class);
          var lead = dao.findLead(organization, id).orElseThrow();
          return new Known(lead, lead.call().flatMap(call -> dao.findEnd(organization, call)));
        });
  }

  /** What tells a caller from others. */
  private static String nameOf(LeadDetails lead) {
    return lead.phone().or(lead::email).orElse(lead.id().toString());
  }

  private SyncOutcome alone(OrganizationId organization, String name, Supplier<SyncOutcome> work) {
    var holder = UUID.randomUUID();
    var now = clock.instant();
    boolean taken =
        database.inTransaction(
            organization,
            tx ->
                tx.dao(LockDao.class).take(organization, name, holder, now, now.plus(LEASE)) == 1);
    if (!taken) {
      return new TryLater(
          SOMEBODY_ELSE_IS_AT_IT, "Something else is being written for the same caller.");
    }
    try {
      return work.get();
    } finally {
      database.useTransaction(
          organization, tx -> tx.dao(LockDao.class).release(organization, name, holder));
    }
  }
}
