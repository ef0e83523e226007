package com.hekax.phone.start.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.start.DemoData.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a call, as the two ends of it see it.
 *
 * @param person who is rung first in the business that was called
 * @param spoken as the sandbox that played the caller tells it
 * @param call as the business's owner sees it; empty while it is not there
 * @param turns what was said, as the product saved it
 * @param events what happened, as the product saved it
 * @param messages that the assistant took
 * @param lead the caller, if one was captured
 * @param crmLinks where the lead and the call are in the CRM
 * @param webhooks about either that arrived at the business's receiver
 * @param slackMessages with a link to the call; empty of a business that is not in Slack
 * @param mails with a link to the call
 */
record CallReport(
    @JsonIgnore Person person,
    JsonNode spoken,
    Optional<JsonNode> call,
    List<JsonNode> turns,
    List<JsonNode> events,
    List<JsonNode> messages,
    Optional<JsonNode> lead,
    List<JsonNode> crmLinks,
    List<JsonNode> webhooks,
    Optional<List<JsonNode>> slackMessages,
    List<JsonNode> mails) {

  /** One of a call that the business does not know yet. */
  static CallReport unknown(Person person, JsonNode spoken) {
    return new CallReport(
        person,
        spoken,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(List.of()),
        List.of());
  }

  /** What should be there and is not. */
  @JsonIgnore
  Set<Expected> missing(Set<Expected> expected) {
    var missing = EnumSet.noneOf(Expected.class);
    for (var one : expected) {
      if (!one.isIn(this)) {
        missing.add(one);
      }
    }
    return missing;
  }

  /** How the business knows the call; empty while it does not. */
  @JsonProperty
  Optional<String> callId() {
    return call.map(one -> one.path("id").asText());
  }

  /** The caller's end of it. */
  Spoken caller() {
    return new Spoken(spoken);
  }

  boolean isCall(String field, String value) {
    return call.filter(one -> one.path(field).asText().equals(value)).isPresent();
  }

  Stream<JsonNode> turnsOf(String speaker) {
    return turns.stream().filter(turn -> turn.path("speaker").asText().equals(speaker));
  }

  boolean hasEvent(String kind) {
    return events(kind).findAny().isPresent();
  }

  boolean isEvent(String kind, String field, String value) {
    return events(kind).anyMatch(event -> event.path("detail").path(field).asText().equals(value));
  }

  /** Whether ringing the person ended so. */
  boolean isTransferEnd(String outcome) {
    return events("TRANSFER_ENDED")
        .map(event -> event.path("detail"))
        .anyMatch(
            detail ->
                detail.path("to").asText().equals(person.name())
                    && detail.path("outcome").asText().equals(outcome));
  }

  boolean isInCrm(String kind) {
    return crmLinks.stream()
        .anyMatch(
            link ->
                link.path("kind").asText().equals(kind)
                    && link.path("state").asText().equals("SYNCED"));
  }

  /** How many mails went to each reader under each subject. */
  Map<String, Long> mailsByReader() {
    return mails.stream()
        .collect(
            Collectors.groupingBy(
                mail -> mail.path("to") + " " + mail.path("subject").asText(),
                Collectors.counting()));
  }

  private Stream<JsonNode> events(String kind) {
    return events.stream().filter(event -> event.path("kind").asText().equals(kind));
  }
}
