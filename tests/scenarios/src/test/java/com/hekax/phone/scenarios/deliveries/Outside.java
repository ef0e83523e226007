package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Received;
import com.hekax.phone.scenarios.Api;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the vendors' stand-ins and receivers have of a call. A further receiver is one more line.
 */
final class Outside {
  private final Sandbox sandbox;
  private final String caller;
  private final Predicate<String> isAboutIt;

  /**
   * What is outside of one call.
   *
   * @param ids of the call and all that belongs to it
   */
  Outside(Sandbox sandbox, String caller, Set<String> ids) {
    this.sandbox = sandbox;
    this.caller = caller;
    this.isAboutIt = text -> Ids.in(text).stream().anyMatch(ids::contains);
  }

  /** A line each, in the words of the call. */
  List<String> lines(Wording wording) {
    return Stream.of(contacts(wording), webhooks(wording), slack(wording), mail(wording))
        .flatMap(lines -> lines)
        .toList();
  }

  /** Contacts with the number of the caller, each with its calls. */
  private Stream<String> contacts(Wording wording) {
    return console("/hubspot/records").flatMap(portal -> contacts(portal, wording));
  }

  private Stream<String> contacts(JsonNode portal, Wording wording) {
    return portal
        .path("contacts")
        .valueStream()
        .filter(contact -> contact.path("properties").toString().contains(caller))
        .flatMap(
            contact ->
                Stream.concat(
                    Stream.of("hubspot contact " + wording.of(contact.path("properties"))),
                    calls(portal, contact)
                        .map(call -> "hubspot call " + wording.of(call.path("properties")))));
  }

  private static Stream<JsonNode> calls(JsonNode portal, JsonNode contact) {
    var ids = new HashSet<String>();
    contact.path("calls").forEach(id -> ids.add(id.asText()));
    return portal
        .path("calls")
        .valueStream()
        .filter(call -> ids.contains(call.path("id").asText()));
  }

  /** Messages that receivers got, one for each id: a receiver takes the second for the first. */
  private Stream<String> webhooks(Wording wording) {
    var seen = new HashSet<List<String>>();
    return sandbox.webhooks().all().stream()
        .filter(received -> isAboutIt.test(received.body()))
        .filter(received -> seen.add(List.of(received.receiver(), received.webhookId())))
        .map(received -> webhook(received, wording));
  }

  /** Every message in a channel: people read the second too. */
  private Stream<String> slack(Wording wording) {
    return console("/slack/messages")
        .flatMap(workspace -> workspace.path("channels").valueStream())
        .flatMap(
            channel ->
                channel
                    .path("messages")
                    .valueStream()
                    .filter(message -> isAboutIt.test(message.toString()))
                    .map(message -> slack(channel, message, wording)));
  }

  private static String slack(JsonNode channel, JsonNode message, Wording wording) {
    return "slack %s %s %s"
        .formatted(
            channel.path("name").asText(),
            wording.ofProse(message.path("text").asText()),
            wording.ofProse(message.path("blocks").toString()));
  }

  /** Every e-mail, as every message in a channel. */
  private Stream<String> mail(Wording wording) {
    return sandbox.mailbox().messages().stream()
        .filter(message -> isAboutIt.test(message.idempotencyKey().orElse("") + message.text()))
        .map(
            message ->
                "mail %s %s %s"
                    .formatted(
                        message.to(),
                        wording.ofProse(message.subject()),
                        wording.ofProse(message.text())));
  }

  private Stream<JsonNode> console(String path) {
    return Api.of(sandbox.uri())
        .withHeader("accept", "application/json")
        .get(path)
        .json()
        .valueStream();
  }

  private static String webhook(Received received, Wording wording) {
    return "webhook %s %s %s"
        .formatted(
            received.receiver(), received.signature(), wording.of(Json.tree(received.body())));
  }
}
