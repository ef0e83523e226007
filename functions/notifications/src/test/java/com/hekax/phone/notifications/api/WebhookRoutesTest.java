package com.hekax.phone.notifications.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static com.hekax.phone.notifications.webhooks.TestReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.notifications.webhooks.WebhookTest;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest extends WebhookTest {
  private static final String URL = "https://hooks.example.com/in?key=1";

  private final TestFunction<ListWebhooksHandler> list = function(ListWebhooksHandler::new);
  private final TestFunction<DeleteWebhookHandler> delete = function(DeleteWebhookHandler::new);
  private final TestFunction<ListWebhookDeliveriesHandler> deliveries =
      function(ListWebhookDeliveriesHandler::new);

  private TestResponse create(Member by, String url, String... eventTypes) {
    return create.call(
        request().as(by).json(Map.of("url", url, "eventTypes", List.of(eventTypes))));
  }

  private TestResponse delete(Member by, Object id) {
    return delete.call(request().as(by).path("webhookId", id));
  }

  private TestResponse deliveries(Member by, Object id) {
    return deliveries.call(request().as(by).path("webhookId", id));
  }

  private List<String> ids(Member by) {
    return list.call(request().as(by))
        .json()
        .path("items")
        .valueStream()
        .map(webhook -> webhook.path("id").asText())
        .toList();
  }

  @Nested
  class Given_a_new_webhook {

    @Test
    void when_it_is_added_then_its_secret_is_shown_once_and_never_again() {
      var response = create(acme().owner(), URL, "lead.captured", "call.ended");

      assertThat(response.status()).isEqualTo(201);
      var body = response.json();
      assertThat(body.path("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
      assertThat(response.header("location")).contains("/api/webhooks/" + body.path("id").asText());
      var listed = list.call(request().as(acme().owner()));
      assertThat(listed.text()).doesNotContain("secret", "whsec_");
      var item = listed.json().at("/items/0");
      assertThat(item.path("url").asText()).isEqualTo(URL);
      assertThat(item.path("status").asText()).isEqualTo("ACTIVE");
      assertThat(item.path("eventTypes").valueStream().map(JsonNode::asText))
          .containsExactly("lead.captured", "call.ended");
    }

    @Test
    void when_it_is_added_then_the_database_has_its_secret_sealed_for_the_organization() {
      var secret = create(acme().owner(), URL, "lead.captured").json().path("secret").asText();

      var sealed =
          (byte[]) Objects.requireNonNull(rows("select * from webhooks").getFirst().get("secret"));
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
          .doesNotContain(secret, secret.substring(6));
      assertThat(rows("select from idempotency_keys where body is not null")).isEmpty();
      var opened = platform().envelope().open(acme().id(), "webhook-secret", sealed);
      assertThat(new String(opened, StandardCharsets.US_ASCII)).isEqualTo(secret);
    }

    @Test
    void when_the_request_is_repeated_with_its_key_then_there_is_one_and_no_secret_is_told() {
      var request =
          request()
              .as(acme().owner())
              .header("idempotency-key", "webhook-key-1")
              .json(Map.of("url", URL, "eventTypes", List.of("lead.captured")));
      var first = create.call(request);

      var second = create.call(request);

      assertThat(first.status()).isEqualTo(201);
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.problem()).isEqualTo("SHOWN_ONCE");
      assertThat(second.text()).doesNotContain("whsec_");
      assertThat(rows("select from webhooks")).hasSize(1);
      assertThat(rows("select from idempotency_keys where body is not null")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://hooks.example.com/in",
          "https://hooks.example.com:22/",
          "https://user:password@hooks.example.com/",
          "https://localhost/",
          "https://intranet/",
          "https://db.internal/",
          "https://phone.example.com/api/leads",
          "https://127.0.0.1/",
          "https://10.1.2.3/",
          "https://169.254.169.254/latest/meta-data",
          "https://2130706433/",
          "https://0x7f.1/",
          "https://[::1]/",
          "https://[::ffff:10.0.0.1]/"
        })
    void when_its_address_is_not_public_then_the_field_is_refused(String url) {
      var response = create(acme().owner(), url, "lead.captured");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("url");
      assertThat(rows("select from webhooks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"eventTypes\":[\"lead.captured\"]} | url",
          "{\"url\":\"https://a.example/\"} | eventTypes",
          "{\"url\":\"https://a.example/\",\"eventTypes\":[]} | eventTypes",
          "{\"url\":\"https://a.example/\",\"eventTypes\":[\"lead.lost\"]} | eventTypes[0]",
          "{\"url\":\"ftp://a.example/\",\"eventTypes\":[\"lead.captured\"]} | url",
          "{\"url\":\"https://a.example/\",\"eventTypes\":[\"lead.captured\"],\"secret\":\"mine\"} | secret",
        })
    void when_it_is_not_of_the_documented_form_then_the_field_is_named(String body, String field) {
      var response = create.call(request().as(acme().owner()).json(body));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).contains(field);
    }

    @Test
    void when_twenty_are_there_then_another_is_one_too_many_until_one_is_removed() {
      for (int i = 0; i < 20; i++) {
        assertThat(create(acme().owner(), URL, "lead.captured").status()).isEqualTo(201);
      }

      var refused = create(acme().owner(), URL, "lead.captured");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("LIMIT_REACHED");
      assertThat(create(globex().owner(), URL, "lead.captured").status()).isEqualTo(201);

      delete(acme().owner(), ids(acme().owner()).getFirst());
      assertThat(create(acme().owner(), URL, "lead.captured").status()).isEqualTo(201);
    }

    @Test
    void when_the_plan_has_no_webhooks_then_it_says_so() {
      var starter = organization("Starter");
      sql("update organizations set plan = 'STARTER' where name = 'Starter'");

      var response = create(starter.owner(), URL, "lead.captured");

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.problem()).isEqualTo("PLAN_LIMIT");
      assertThat(rows("select from webhooks")).isEmpty();
    }
  }

  @Nested
  class Given_a_webhook_at_Acme_and_another_at_Globex {

    @Test
    void when_each_lists_then_each_sees_its_own() {
      var atAcme = webhook(acme(), "/acme", "lead.captured");
      var atGlobex = webhook(globex(), "/globex", "lead.captured");

      assertThat(ids(acme().owner())).containsExactly(atAcme.id().toString());
      assertThat(ids(globex().as(Role.ADMIN))).containsExactly(atGlobex.id().toString());
    }

    @Test
    void when_Acme_removes_or_reads_the_other_then_it_is_not_found_and_stays() {
      var atGlobex = webhook(globex(), "/globex", "lead.captured");
      worker.deliver(leadCaptured(globex()));

      assertThat(deliveries(acme().owner(), atGlobex.id()).status()).isEqualTo(404);
      assertThat(delete(acme().owner(), atGlobex.id()).status()).isEqualTo(404);
      assertThat(ids(globex().owner())).containsExactly(atGlobex.id().toString());
      assertThat(delivery(atGlobex)).containsEntry("status", "DELIVERED");
    }
  }

  @Nested
  class Given_somebody_who_may_not {

    @ParameterizedTest
    @CsvSource({"MANAGER", "AGENT"})
    void when_they_try_any_route_then_it_is_forbidden(Role role) {
      var hook = webhook(acme(), "/hook", "lead.captured");
      var who = acme().as(role);

      assertThat(list.call(request().as(who)).status()).isEqualTo(403);
      assertThat(create(who, URL, "lead.captured").status()).isEqualTo(403);
      assertThat(delete(who, hook.id()).status()).isEqualTo(403);
      assertThat(deliveries(who, hook.id()).status()).isEqualTo(403);
      assertThat(rows("select from webhooks")).hasSize(1);
    }

    @Test
    void when_nobody_is_signed_in_then_it_is_401() {
      assertThat(list.call(request()).status()).isEqualTo(401);
    }
  }

  @Nested
  class Given_a_webhook_that_something_waits_for {

    @Test
    void when_it_is_removed_then_what_waits_is_not_sent() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(500));
      worker.deliver(leadCaptured(acme()));

      assertThat(delete(acme().owner(), hook.id()).status()).isEqualTo(204);
      assertThat(delete(acme().owner(), hook.id()).status()).isEqualTo(404);

      assertThat(delivery(hook)).containsEntry("status", "FAILED");
      afterAWhile();
      job.run();
      assertThat(receiver.received("/hook")).hasSize(1);
      assertThat(deliveries(acme().owner(), hook.id()).status()).isEqualTo(404);
    }
  }

  @Nested
  class Given_deliveries_that_went_well_and_badly {

    @Test
    void when_they_are_listed_then_each_says_what_came_back() {
      var hook = webhook(acme(), "/hook", "lead.captured", "call.ended");
      worker.deliver(leadCaptured(acme()));
      receiver.on("/hook", status(500, "Oops", Map.of()));
      worker.deliver(callEnded(acme()));

      var items = deliveries(acme().owner(), hook.id()).json().path("items");

      assertThat(items).hasSize(2);
      var bad = items.get(0);
      assertThat(bad.path("eventType").asText()).isEqualTo("call.ended");
      assertThat(bad.path("status").asText()).isEqualTo("WAITING");
      assertThat(bad.path("attempts")).hasSize(1);
      assertThat(bad.at("/attempts/0/status").asInt()).isEqualTo(500);
      assertThat(bad.at("/attempts/0/error").asText()).isEqualTo("Answered 500. Oops");
      assertThat(bad.path("lastError").asText()).isEqualTo("Answered 500. Oops");
      assertThat(bad.path("nextAttemptAt").isTextual()).isTrue();
      assertThat(bad.path("deliveredAt").isNull()).isTrue();
      var good = items.get(1);
      assertThat(good.path("eventType").asText()).isEqualTo("lead.captured");
      assertThat(good.path("status").asText()).isEqualTo("DELIVERED");
      assertThat(good.path("lastError").isNull()).isTrue();
      assertThat(good.path("deliveredAt").isTextual()).isTrue();
    }

    @Test
    void when_one_failed_twice_and_then_arrived_then_the_log_tells_all_three() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(503));
      worker.deliver(leadCaptured(acme()));
      afterAWhile();
      job.run();
      receiver.on("/hook", status(204));
      afterAWhile();
      job.run();

      var items = deliveries(acme().owner(), hook.id()).json().path("items");

      assertThat(items).hasSize(1);
      assertThat(items.at("/0/status").asText()).isEqualTo("DELIVERED");
      assertThat(items.at("/0/attempts").findValuesAsText("status"))
          .containsExactly("503", "503", "204");
      assertThat(items.at("/0/attempts/2/error").isNull()).isTrue();
    }

    @Test
    void when_all_pages_are_walked_then_each_is_seen_once_newest_first() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      for (int i = 0; i < 25; i++) {
        worker.deliver(leadCaptured(acme()));
      }

      var seen = walk(request().as(acme().owner()).path("webhookId", hook.id()).query("limit", 10));

      assertThat(seen).hasSize(25).doesNotHaveDuplicates();
      assertThat(seen.stream().map(UUID::toString))
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private List<UUID> walk(TestRequest first) {
      var seen = new ArrayList<UUID>();
      var page = deliveries.call(first).json();
      page.path("items").forEach(item -> seen.add(UUID.fromString(item.path("id").asText())));
      while (page.path("next").isTextual()) {
        page = deliveries.call(first.query("cursor", page.path("next").asText())).json();
        page.path("items").forEach(item -> seen.add(UUID.fromString(item.path("id").asText())));
      }
      return seen;
    }
  }

  @Nested
  class Given_more_webhooks_than_a_page {

    @Test
    void when_the_pages_are_walked_then_each_is_seen_once() {
      for (int i = 0; i < 5; i++) {
        webhook(acme(), "/" + i, "lead.captured");
      }

      var first = list.call(request().as(acme().owner()).query("limit", 3)).json();
      var second =
          list.call(
                  request()
                      .as(acme().owner())
                      .query("limit", 3)
                      .query("cursor", first.path("next").asText()))
              .json();

      assertThat(first.path("items")).hasSize(3);
      assertThat(second.path("items")).hasSize(2);
      assertThat(second.path("next").isNull()).isTrue();
    }
  }
}
