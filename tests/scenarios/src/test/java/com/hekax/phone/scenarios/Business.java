package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Received;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Verdict;
import com.hekax.phone.start.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One of the two demo businesses: its owner, and a receiver where its webhooks arrive. */
final class Business {
  private static final AtomicInteger RECEIVERS = new AtomicInteger();
  private static final String PASSWORD = "demo-password-2026";

  private final Product product;
  private final Api owner;
  private final String number;
  private final String receiver;

  private Business(Product product, String email, String number) {
    this.product = product;
    this.owner = Api.of(product.runner().baseUri()).signedIn(email, PASSWORD);
    this.number = number;
    // One of its own, so that tests that share a product do not count each other's webhooks.
    this.receiver = "receiver-" + RECEIVERS.incrementAndGet();
    connectWebhook();
  }

  static Business brightDental(Product product) {
    return new Business(product, "owner@brightdental.example", "+14155550100");
  }

  static Business rapidPlumbing(Product product) {
    return new Business(product, "owner@rapidplumbing.example", "+16285550100");
  }

  Api owner() {
    return owner;
  }

  /** What its callers dial. */
  String number() {
    return number;
  }

  /** What a receiver made of a webhook. */
  record Webhook(Verdict signature, JsonNode message) {

    String type() {
      return message.path("type").asText();
    }

    JsonNode data() {
      return message.path("data");
    }
  }

  /** Adds a lead, which must succeed, and gives its id. */
  String addLead(String name) {
    var answer = owner.post("/api/leads", Map.of("name", name));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  String newTicket() {
    var answer = owner.send("POST", "/api/live/tickets", Optional.empty());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("ticket").asText();
  }

  LiveLink openLiveLink() {
    return LiveLink.open(product.runner().baseUri(), newTicket());
  }

  /** The webhooks about one thing that have arrived. */
  List<Webhook> webhooksAbout(String id) {
    return product.sandbox().webhooks().by(receiver).stream()
        .map(Business::webhook)
        .filter(webhook -> webhook.data().path("id").asText().equals(id))
        .toList();
  }

  /** The first webhook about a thing, when it arrives. */
  Webhook awaitWebhookAbout(String id) throws Exception {
    return Eventually.eventuallyThere(
        "a webhook about " + id, () -> webhooksAbout(id).stream().findFirst());
  }

  /** What became of the webhooks of its receiver, newest first, as its owner sees it. */
  JsonNode deliveries() {
    var webhook =
        owner
            .get("/api/webhooks")
            .json()
            .path("items")
            .valueStream()
            .filter(one -> one.path("url").asText().endsWith("/" + receiver))
            .findFirst()
            .orElseThrow();
    var path = "/api/webhooks/" + webhook.path("id").asText() + "/deliveries";
    return owner.get(path).json().path("items");
  }

  private void connectWebhook() {
    var sandbox = product.sandbox();
    // An organization has so many at most, and those of tests before are watched by nobody.
    for (var webhook : owner.get("/api/webhooks").json().path("items")) {
      if (webhook.path("url").asText().contains("/webhook-receiver/receiver-")) {
        owner.send("DELETE", "/api/webhooks/" + webhook.path("id").asText(), Optional.empty());
      }
    }
    var answer =
        owner.post(
            "/api/webhooks",
            Map.of(
                "url",
                sandbox.uri() + "/webhook-receiver/" + receiver,
                "eventTypes",
                List.of("lead.captured", "lead.updated", "call.ended")));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    sandbox.webhooks().secret(receiver, answer.json().path("secret").asText());
  }

  private static Webhook webhook(Received received) {
    return new Webhook(received.signature(), Json.tree(received.body()));
  }
}
