package com.hekax.phone.sandbox.hubspot;

import com.hekax.phone.sandbox.console.Faults;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HubSpot at {@code /hubspot}: its pages, its token endpoints and its API. See {@link Guard} for
 * how it fails and {@link RecordPages} for what it shows.
 */
public final class HubSpot implements HttpService {
  private final HubSpotState state;
  private final List<HttpService> parts;

  public HubSpot(Faults faults, InstantSource clock) {
    this.state = new HubSpotState(clock);
    var guard = new Guard(faults);
    this.parts =
        List.of(
            new OAuthRoutes(state, guard), new ObjectRoutes(state, guard), new RecordPages(state));
  }

  /**
   * A contact or a call.
   *
   * @param properties those with a value
   * @param associated of a contact its calls, of a call its contacts
   */
  public record Shown(String id, Map<String, String> properties, List<String> associated) {}

  @Override
  public void routing(HttpRules rules) {
    parts.forEach(part -> part.routing(rules));
  }

  /** All tokens that were given, for tests that look where they stand. */
  public Set<String> tokens() {
    return state.oauth().tokens();
  }

  /** The contacts of a portal, oldest first. */
  public List<Shown> contacts(long hubId) {
    var portal = state.portal(hubId);
    return portal.all(ObjectType.CONTACTS).stream()
        .map(one -> shown(one, portal.callsOf(one.id())))
        .toList();
  }

  /** The calls of a portal, oldest first. */
  public List<Shown> calls(long hubId) {
    var portal = state.portal(hubId);
    return portal.all(ObjectType.CALLS).stream()
        .map(one -> shown(one, portal.contactsOf(one.id())))
        .toList();
  }

  /** Adds a contact, as somebody does who works there, and answers its id. */
  public String addContact(long hubId, Map<String, String> properties) {
    return Long.toString(state.portal(hubId).create(ObjectType.CONTACTS, properties).id());
  }

  /** Changes a contact, as somebody does who works there. */
  public void changeContact(long hubId, String id, Map<String, String> properties) {
    state.portal(hubId).change(ObjectType.CONTACTS, Long.parseLong(id), properties);
  }

  /** Removes a contact, as somebody does who works there. */
  public void removeContact(long hubId, String id) {
    state.portal(hubId).remove(ObjectType.CONTACTS, Long.parseLong(id));
  }

  /** Adds a call to the history of a contact, as somebody does who works there. */
  public String addCall(long hubId, Map<String, String> properties, String contactId) {
    var portal = state.portal(hubId);
    long call = portal.create(ObjectType.CALLS, properties).id();
    portal.associate(call, Long.parseLong(contactId));
    return Long.toString(call);
  }

  /** Removes a call, as somebody does who works there. */
  public void removeCall(long hubId, String id) {
    state.portal(hubId).remove(ObjectType.CALLS, Long.parseLong(id));
  }

  /** Ends all access to a portal, as its owner does who removes the app there. */
  public void uninstall(long hubId) {
    state.oauth().uninstall(hubId);
  }

  /** Ends access tokens; refresh tokens stay good. */
  public void expireAccess() {
    state.oauth().expireAccess();
  }

  /** Whether anybody has access to a portal. */
  public boolean isInstalled(long hubId) {
    return state.oauth().isInstalled(hubId);
  }

  /** How long a search does not find what was written. */
  public void searchLag(Duration lag) {
    state.searchLag(lag);
  }

  /** How long access tokens are good that are given from now on. */
  public void accessLife(Duration life) {
    state.oauth().accessLife(life);
  }

  /** How many requests a portal takes in ten seconds. */
  public void requestsPerTenSeconds(int most) {
    state.limit().most(most);
  }

  private static Shown shown(CrmRecord record, List<Long> associated) {
    return new Shown(
        Long.toString(record.id()),
        record.properties(),
        associated.stream().map(String::valueOf).toList());
  }
}
