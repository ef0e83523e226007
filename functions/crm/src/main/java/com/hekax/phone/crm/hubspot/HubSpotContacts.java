package com.hekax.phone.crm.hubspot;

import com.hekax.phone.crm.hubspot.Reply.Done;
import com.hekax.phone.crm.hubspot.Reply.Failed;
import com.hekax.phone.crm.hubspot.Reply.Missing;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.SyncOutcome.Rejected;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The contacts of one portal (HubSpot CRM API, Contacts, date version 2026-03; its published
 * specification, read 2026-11-22).
 */
public final class HubSpotContacts {
  private static final String CONTACTS = "/crm/objects/2026-03/contacts";

  /** What we look at of a contact. */
  private static final List<String> PROPERTIES =
      List.of("email", "firstname", "lastname", "phone", "mobilephone", "company");

  private static final String ASKED =
      PROPERTIES.stream().map(name -> "properties=" + name).collect(Collectors.joining("&"));

  private final HubSpotClient client;

  public HubSpotContacts(HubSpotClient client) {
    this.client = client;
  }

  private record Created(List<Object> associations, Map<String, String> properties) {}

  private record Changed(Map<String, String> properties) {}

  private record UpsertInput(String idProperty, String id, Map<String, String> properties) {}

  private record Upsert(List<UpsertInput> inputs) {}

  private record UpsertResults(List<HubSpotObject> results, Optional<List<BatchError>> errors) {}

  private record BatchError(Optional<String> message) {}

  record Filter(String propertyName, String operator, String value) {}

  record FilterGroup(List<Filter> filters) {}

  record Search(
      List<FilterGroup> filterGroups,
      List<String> properties,
      List<String> sorts,
      int limit,
      String after) {}

  private record Found(List<HubSpotObject> results) {}

  /** One that is known; of one that was merged into another, the other. */
  public Reply<Contact> byId(String id) {
    return client.ask(
        http -> http.get(CONTACTS + "/" + encoded(id) + "?" + ASKED), HubSpotContacts::one);
  }

  public Reply<Contact> byEmail(String email) {
    return client.ask(
        http -> http.get(CONTACTS + "/" + encoded(email) + "?idProperty=email&" + ASKED),
        HubSpotContacts::one);
  }

  /**
   * The oldest with this number, however it is written there.
   *
   * @param phone E.164
   */
  public Reply<Contact> byPhone(String phone) {
    return search(PhoneSearch.groups(phone))
        .then(found -> firstOf(found.stream().filter(one -> PhoneSearch.has(one, phone)).toList()));
  }

  /** The oldest of this name that was added since then: for one whom nothing else tells. */
  public Reply<Contact> byName(Map<String, String> name, Instant since) {
    var filters = new ArrayList<Filter>();
    name.forEach((property, value) -> filters.add(new Filter(property, "EQ", value)));
    filters.add(new Filter("createdate", "GTE", Long.toString(since.toEpochMilli())));
    return search(List.of(new FilterGroup(filters))).then(HubSpotContacts::firstOf);
  }

  /** Adds one; {@link Reply.Taken} when the e-mail address is another's. */
  public Reply<Contact> create(Map<String, String> properties) {
    var body = new Created(List.of(), properties);
    return client.ask(http -> http.post(CONTACTS, body), HubSpotContacts::one);
  }

  /** Adds one, or changes the one that has the e-mail address by now. */
  public Reply<Contact> upsert(String email, Map<String, String> properties) {
    var body = new Upsert(List.of(new UpsertInput("email", email, properties)));
    return client.ask(
        http -> http.post(CONTACTS + "/batch/upsert", body), HubSpotContacts::onlyResult);
  }

  /** Changes these properties; {@link Reply.Taken} when the e-mail address is another's. */
  public Reply<Contact> change(String id, Map<String, String> properties) {
    var body = new Changed(properties);
    return client.ask(http -> http.patch(CONTACTS + "/" + encoded(id), body), HubSpotContacts::one);
  }

  private Reply<List<Contact>> search(List<FilterGroup> groups) {
    var body = new Search(groups, PROPERTIES, List.of("createdate"), 20, "0");
    return client.ask(
        http -> http.post(CONTACTS + "/search", body),
        answered ->
            new Done<>(
                answered.as(Found.class).results().stream()
                    .map(HubSpotContacts::contact)
                    .toList()));
  }

  private static Reply<Contact> firstOf(List<Contact> contacts) {
    return contacts.isEmpty() ? new Missing<>() : new Done<>(contacts.getFirst());
  }

  private static Reply<Contact> one(Answered answered) {
    return new Done<>(contact(answered.as(HubSpotObject.class)));
  }

  /** A batch of one; of what it refuses it tells in an answer of 207. */
  private static Reply<Contact> onlyResult(Answered answered) {
    var body = answered.as(UpsertResults.class);
    if (!body.results().isEmpty()) {
      return new Done<>(contact(body.results().getFirst()));
    }
    var reason =
        body.errors().stream()
            .flatMap(List::stream)
            .flatMap(error -> error.message().stream())
            .findFirst()
            .orElse("no reason given");
    return new Failed<>(new Rejected("HubSpot refuses it: " + reason));
  }

  private static Contact contact(HubSpotObject object) {
    return new Contact(object.id(), object.filled());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
