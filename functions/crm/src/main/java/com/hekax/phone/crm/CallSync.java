package com.hekax.phone.crm;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.crm.hubspot.CallFields;
import com.hekax.phone.crm.hubspot.HubSpotCalls;
import com.hekax.phone.crm.hubspot.Reply;
import com.hekax.phone.crm.hubspot.Reply.Done;
import com.hekax.phone.crm.hubspot.Reply.Failed;
import com.hekax.phone.crm.hubspot.Reply.Missing;
import com.hekax.phone.crm.hubspot.Reply.Taken;
import com.hekax.phone.platform.vendor.SyncOutcome;
import com.hekax.phone.platform.vendor.SyncOutcome.Rejected;
import com.hekax.phone.platform.vendor.SyncOutcome.Saved;
import java.util.Map;
import java.util.Optional;

/**
 * Adds an ended call to the history of its lead's contact, exactly once. HubSpot knows no key of
 * ours for calls, so that it was asked is written down before it is; whoever finds that and no
 * answer looks among the contact's calls before he asks again.
 */
final class CallSync {
  private final SyncNotes notes;
  private final CrmSettings settings;

  CallSync(SyncNotes notes, CrmSettings settings) {
    this.notes = notes;
    this.settings = settings;
  }

  /** Saves it, and answers the id of the call in HubSpot. */
  SyncOutcome save(SyncTarget target, LeadDetails lead, CallEnded call, String contactId) {
    var link = notes.call(target, lead, call.call());
    if (link.state() == LinkState.SYNCED) {
      return new Saved(link.externalId().orElseThrow());
    }
    var calls = new HubSpotCalls(target.client());
    var page = settings.publicUrl() + "/calls/" + call.call();
    var fields = CallFields.of(call, lead, page);
    var reply =
        madeBefore(calls, link, contactId, page)
            .then(
                made -> {
                  if (made.isPresent()) {
                    return new Done<>(made.get());
                  }
                  notes.askToMake(target, link);
                  return calls.create(fields, contactId);
                });
    return noted(target, link, lead, contactId, fields, reply);
  }

  private static Reply<Optional<String>> madeBefore(
      HubSpotCalls calls, SyncLink link, String contactId, String page) {
    return link.unsure() ? calls.find(contactId, page) : new Done<>(Optional.empty());
  }

  private SyncOutcome noted(
      SyncTarget target,
      SyncLink link,
      LeadDetails lead,
      String contactId,
      Map<String, String> fields,
      Reply<String> reply) {
    return switch (reply) {
      case Done<String>(var id) -> {
        var url = ContactPage.ofCall(settings, target.connection(), contactId, id);
        notes.synced(target, link, id, url, lead.version(), fields);
        yield new Saved(id);
      }
      case Failed<String>(Rejected refused) -> refused(target, link, lead, refused);
      case Failed<String>(var outcome) -> outcome;
      case Missing<String> _ ->
          refused(target, link, lead, new Rejected("HubSpot does not have the caller's contact."));
      case Taken<String> _ ->
          refused(target, link, lead, new Rejected("HubSpot says that it has this call."));
    };
  }

  private SyncOutcome refused(
      SyncTarget target, SyncLink link, LeadDetails lead, Rejected refused) {
    notes.refused(target, link, refused, lead, lead.call());
    return refused;
  }
}
