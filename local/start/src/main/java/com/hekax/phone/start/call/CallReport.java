package com.hekax.phone.start.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a call, as the two ends of it see it.
 *
 * @param spoken as the sandbox that played the caller tells it
 * @param call as the business's owner sees it; empty while it is not there
 * @param turns what was said, as the product saved it
 * @param events what happened, as the product saved it
 * @param lead the caller, if one was captured
 * @param crmLinks where the lead and the call are in the CRM
 * @param webhooks about either that arrived at the business's receiver
 */
record CallReport(
    JsonNode spoken,
    Optional<JsonNode> call,
    List<JsonNode> turns,
    List<JsonNode> events,
    Optional<JsonNode> lead,
    List<JsonNode> crmLinks,
    List<JsonNode> webhooks) {

  /** What should be there and is not. */
  @JsonIgnore
  Set<Expected> missing(Set<Expected> expected) {
    var missing = EnumSet.noneOf(Expected.class);
    for (var one : expected) {
      if (!isThere(one)) {
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

  private boolean isThere(Expected expected) {
    return switch (expected) {
      case CALL_ENDED ->
          call.filter(one -> one.path("status").asText().equals("COMPLETED")).isPresent()
              && !turns.isEmpty();
      case LEAD -> lead.isPresent();
      case CRM_RECORDS -> inCrm("CONTACT") && inCrm("CALL");
      case WEBHOOK ->
          webhooks.stream()
              .filter(webhook -> webhook.path("signature").asText().equals("VALID"))
              .anyMatch(webhook -> webhook.path("body").asText().contains("\"lead.captured\""));
    };
  }

  private boolean inCrm(String kind) {
    return crmLinks.stream()
        .anyMatch(
            link ->
                link.path("kind").asText().equals(kind)
                    && link.path("state").asText().equals("SYNCED"));
  }
}
