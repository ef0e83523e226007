package com.hekax.phone.crm.hubspot;

import com.hekax.phone.crm.hubspot.Reply.Done;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that a portal shows in the history of its contacts (HubSpot CRM API, Calls of 2026-03
 * and Associations v4; their published specifications, read 2026-11-22).
 */
public final class HubSpotCalls {
  private static final String CALLS = "/crm/objects/2026-03/calls";

  /** HubSpot's own kind of association from a call to a contact. */
  private static final int CALL_TO_CONTACT = 194;

  /** As many as one request may ask for. */
  private static final int BATCH = 100;

  private static final int PAGE = 500;

  private final HubSpotClient client;

  public HubSpotCalls(HubSpotClient client) {
    this.client = client;
  }

  private record Type(String associationCategory, int associationTypeId) {}

  private record Id(String id) {}

  private record Association(Id to, List<Type> types) {}

  private record Created(Map<String, String> properties, List<Association> associations) {}

  private record BatchRead(
      List<Id> inputs, List<String> properties, List<String> propertiesWithHistory) {}

  private record Read(List<HubSpotObject> results) {}

  private record Next(String after) {}

  private record Paging(Optional<Next> next) {}

  private record Associated(List<AssociatedCall> results, Optional<Paging> paging) {}

  private record AssociatedCall(long toObjectId) {}

  /** Adds a call to a contact's history, both in one request, and says how HubSpot calls it. */
  public Reply<String> create(Map<String, String> properties, String contactId) {
    var types = List.of(new Type("HUBSPOT_DEFINED", CALL_TO_CONTACT));
    var body = new Created(properties, List.of(new Association(new Id(contactId), types)));
    return client.ask(
        http -> http.post(CALLS, body),
        answered -> new Done<>(answered.as(HubSpotObject.class).id()));
  }

  /**
   * The call of a contact whose text names {@code key}. Asked by the contact and not by a search,
   * because the search index lags behind what was written.
   */
  public Reply<Optional<String>> find(String contactId, String key) {
    return callsOf(contactId, "", new ArrayList<>()).then(ids -> findAmong(newestFirst(ids), key));
  }

  private Reply<List<Long>> callsOf(String contactId, String after, List<Long> known) {
    var path =
        "/crm/v4/objects/contacts/%s/associations/calls?limit=%d%s"
            .formatted(contactId, PAGE, after.isEmpty() ? "" : "&after=" + after);
    return client
        .<Associated>ask(
            http -> http.get(path), answered -> new Done<>(answered.as(Associated.class)))
        .then(
            page -> {
              page.results().forEach(call -> known.add(call.toObjectId()));
              var next = page.paging().flatMap(Paging::next);
              return next.isEmpty()
                  ? new Done<>(known)
                  : callsOf(contactId, next.get().after(), known);
            });
  }

  private static List<Long> newestFirst(List<Long> ids) {
    return ids.stream().sorted(Comparator.reverseOrder()).toList();
  }

  private Reply<Optional<String>> findAmong(List<Long> ids, String key) {
    if (ids.isEmpty()) {
      return new Done<>(Optional.empty());
    }
    var batch = ids.subList(0, Math.min(BATCH, ids.size()));
    var body =
        new BatchRead(
            batch.stream().map(id -> new Id(Long.toString(id))).toList(),
            List.of("hs_call_body"),
            List.of());
    return client
        .<Read>ask(
            http -> http.post(CALLS + "/batch/read", body),
            answered -> new Done<>(answered.as(Read.class)))
        .then(
            read -> {
              var found =
                  read.results().stream()
                      .filter(call -> call.filled().getOrDefault("hs_call_body", "").contains(key))
                      .map(HubSpotObject::id)
                      .findFirst();
              return found.isPresent()
                  ? new Done<>(found)
                  : findAmong(ids.subList(batch.size(), ids.size()), key);
            });
  }
}
