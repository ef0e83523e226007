package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.scenarios.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Bright Dental's owner is told became of each delivery, attempt by attempt. */
final class DeliveryLog {
  private final DisorderedProduct product;

  DeliveryLog(DisorderedProduct product) {
    this.product = product;
  }

  /**
   * One delivery.
   *
   * @param channel named as the faults of its receiver are
   * @param attempts oldest first, each with {@code at} and, when it failed, {@code error}
   */
  record Line(String id, String channel, String status, List<JsonNode> attempts) {

    /** Whether it arrived with the last attempt, and each before says why it did not. */
    boolean isToldWell() {
      return status.equals("DELIVERED")
          && !attempts.isEmpty()
          && !hasFailed(attempts.getLast())
          && attempts.subList(0, attempts.size() - 1).stream().allMatch(Line::hasFailed);
    }

    boolean hasFailures() {
      return attempts.size() > 1;
    }

    private static boolean hasFailed(JsonNode attempt) {
      return !attempt.path("error").asText("").isEmpty();
    }
  }

  /** Deliveries that a log before did not have. */
  List<Line> since(List<Line> before) {
    Set<String> known = before.stream().map(Line::id).collect(Collectors.toSet());
    return read().stream().filter(line -> !known.contains(line.id())).toList();
  }

  List<Line> read() {
    // Signed in each time: an outage is longer than an access token lives.
    var owner =
        Api.of(product.product().runner().baseUri())
            .signedIn("owner@brightdental.example", "demo-password-2026");
    return Stream.of(
            lines(owner, "hubspot", ofEach(owner, "/api/crm/connections")),
            lines(owner, "webhook-receiver", ofEach(owner, "/api/webhooks")),
            lines(owner, "slack", Stream.of("/api/notifications/slack/deliveries")),
            lines(owner, "resend", Stream.of("/api/notifications/email/deliveries")))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> ofEach(Api owner, String path) {
    return items(owner, path).stream()
        .map(one -> "%s/%s/deliveries".formatted(path, one.path("id").asText()));
  }

  private static Stream<Line> lines(Api owner, String channel, Stream<String> paths) {
    return paths
        .flatMap(path -> items(owner, path).stream())
        .map(
            item ->
                new Line(
                    item.path("id").asText(),
                    channel,
                    item.path("status").asText(),
                    item.path("attempts").valueStream().toList()));
  }

  /** Of all pages. */
  private static List<JsonNode> items(Api owner, String path) {
    var items = new ArrayList<JsonNode>();
    var page = page(owner, path);
    page.path("items").forEach(items::add);
    while (page.hasNonNull("next")) {
      var next = URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8);
      page = page(owner, path + "?cursor=" + next);
      page.path("items").forEach(items::add);
    }
    return List.copyOf(items);
  }

  private static JsonNode page(Api owner, String path) {
    var answer = owner.get(path);
    if (answer.status() != 200) {
      throw new AssertionError(path + " answered " + answer);
    }
    return answer.json();
  }
}
