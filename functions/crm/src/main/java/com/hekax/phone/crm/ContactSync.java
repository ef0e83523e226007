package com.hekax.phone.crm;

import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.crm.hubspot.Contact;
import com.hekax.phone.crm.hubspot.ContactFields;
import com.hekax.phone.crm.hubspot.HubSpotContacts;
import com.hekax.phone.crm.hubspot.Reply;
import com.hekax.phone.crm.hubspot.Reply.Done;
import com.hekax.phone.crm.hubspot.Reply.Failed;
import com.hekax.phone.crm.hubspot.Reply.Missing;
import com.hekax.phone.crm.hubspot.Reply.Taken;
import com.hekax.phone.platform.vendor.SyncOutcome;
import com.hekax.phone.platform.vendor.SyncOutcome.Rejected;
import com.hekax.phone.platform.vendor.SyncOutcome.Saved;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings a lead to its contact in HubSpot: finds the contact of the person or adds one, and writes
 * what is not there yet. Nothing that people wrote there is ever written over.
 */
final class ContactSync {
  private final SyncNotes notes;
  private final CrmSettings settings;

  ContactSync(SyncNotes notes, CrmSettings settings) {
    this.notes = notes;
    this.settings = settings;
  }

  /** A contact as it is now, and what of it we wrote. */
  private record Written(Contact contact, Map<String, String> fields) {}

  /** Saves it, and answers the contact's id. */
  SyncOutcome save(SyncTarget target, LeadDetails lead) {
    var contacts = new HubSpotContacts(target.client());
    var link = notes.contact(target, lead);
    var wanted = ContactFields.of(lead);
    var reply =
        switch (find(target, contacts, link, lead)) {
          case Done<Contact>(var contact) -> change(contacts, contact, wanted, link.written());
          case Missing<Contact> _ -> create(target, contacts, link, wanted);
          case Taken<Contact> _ -> throw new IllegalStateException("Reading takes nothing");
          case Failed<Contact>(var outcome) -> new Failed<Written>(outcome);
        };
    return noted(target, link, lead, reply);
  }

  private Reply<Contact> find(
      SyncTarget target, HubSpotContacts contacts, SyncLink link, LeadDetails lead) {
    return firstOf(
        () -> link.externalId().map(contacts::byId),
        () -> lead.email().map(contacts::byEmail),
        // Our own memory first: the search index lags behind what was just added.
        () ->
            lead.phone()
                .flatMap(phone -> notes.contactWithPhone(target, phone))
                .map(contacts::byId),
        () -> lead.phone().map(contacts::byPhone),
        () ->
            link.unsure() && lead.phone().isEmpty() && lead.email().isEmpty()
                ? Optional.of(contacts.byName(ContactFields.name(lead), link.createdAt()))
                : Optional.empty());
  }

  /** What the first way finds that leads anywhere. */
  @SafeVarargs
  private static Reply<Contact> firstOf(Supplier<Optional<Reply<Contact>>>... ways) {
    for (var way : ways) {
      var reply = way.get();
      if (reply.isPresent() && !(reply.get() instanceof Missing<Contact>)) {
        return reply.get();
      }
    }
    return new Missing<>();
  }

  private Reply<Written> create(
      SyncTarget target, HubSpotContacts contacts, SyncLink link, Map<String, String> wanted) {
    var fields = new LinkedHashMap<>(wanted);
    fields.put("lifecyclestage", "lead");
    notes.askToMake(target, link);
    var email = wanted.get("email");
    return switch (email == null ? contacts.create(fields) : contacts.upsert(email, fields)) {
      case Done<Contact>(var contact) -> new Done<>(new Written(contact, fields));
      case Taken<Contact>(var existing) when existing.isEmpty() -> new Missing<>();
      case Taken<Contact>(var existing) ->
          contacts
              .byId(existing)
              .then(contact -> change(contacts, contact, wanted, link.written()));
      case Missing<Contact> _ -> new Missing<>();
      case Failed<Contact>(var outcome) -> new Failed<>(outcome);
    };
  }

  private static Reply<Written> change(
      HubSpotContacts contacts,
      Contact contact,
      Map<String, String> wanted,
      Map<String, String> written) {
    var changes = ContactFields.mayBeChanged(contact, wanted, written);
    if (changes.isEmpty()) {
      return new Done<>(new Written(contact, written));
    }
    var reply = contacts.change(contact.id(), changes);
    if (reply instanceof Taken<Contact> && changes.containsKey("email")) {
      // The address came to be another contact's since we looked: there it stays.
      var others = new LinkedHashMap<>(wanted);
      others.remove("email");
      return change(contacts, contact, others, written);
    }
    var all = new HashMap<>(written);
    all.putAll(changes);
    return reply.map(changed -> new Written(changed, Map.copyOf(all)));
  }

  private SyncOutcome noted(
      SyncTarget target, SyncLink link, LeadDetails lead, Reply<Written> reply) {
    return switch (reply) {
      case Done<Written>(var written) -> {
        var id = written.contact().id();
        var url = ContactPage.of(settings, target.connection(), id);
        notes.synced(target, link, id, url, lead.version(), written.fields());
        yield new Saved(id);
      }
      case Failed<Written>(Rejected refused) -> refused(target, link, lead, refused);
      case Failed<Written>(var outcome) -> outcome;
      case Missing<Written> _ -> refused(target, link, lead, gone());
      case Taken<Written> _ -> refused(target, link, lead, gone());
    };
  }

  private SyncOutcome refused(
      SyncTarget target, SyncLink link, LeadDetails lead, Rejected refused) {
    notes.refused(target, link, refused, lead, Optional.empty());
    return refused;
  }

  private static Rejected gone() {
    return new Rejected("HubSpot names a contact for this caller that it does not have.");
  }
}
