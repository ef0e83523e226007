package com.hekax.phone.notifications.worker;

import static com.hekax.phone.notifications.webhooks.TestReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.notifications.webhooks.TestReceiver.Received;
import com.hekax.phone.notifications.webhooks.WebhookTest;
import com.hekax.phone.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverWebhooksWorkerTest extends WebhookTest {

  private Received only(String path) {
    assertThat(receiver.received(path)).hasSize(1);
    return receiver.received(path).getFirst();
  }

  @Nested
  class Given_a_webhook_that_wants_captured_leads {

    @Test
    void when_a_lead_is_captured_then_the_receiver_is_told_in_the_APIs_words() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      var event = leadCaptured(acme());

      assertThat(worker.deliver(event)).isEmpty();

      var message = Json.tree(only("/hook").body());
      assertThat(message.path("type").asText()).isEqualTo("lead.captured");
      assertThat(message.path("timestamp").asText()).isEqualTo("2026-11-20T10:00:00.125Z");
      assertThat(message.at("/data/id").asText()).isEqualTo(event.lead().id().toString());
      assertThat(message.at("/data/phone").asText()).isEqualTo("+14155550132");
      assertThat(message.at("/data/email").isNull()).isTrue();
      assertThat(message.at("/data/assignedTo/userId").asText())
          .isEqualTo(acme().agent().user().toString());
      assertThat(delivery(hook)).containsEntry("status", "DELIVERED");
      assertThat(delivery(hook)).containsEntry("attempts", 1).containsEntry("last_status", 200);
    }

    @Test
    void when_a_message_arrives_then_its_signature_is_that_of_Standard_Webhooks()
        throws GeneralSecurityException {
      var hook = webhook(acme(), "/hook", "lead.captured");
      var event = leadCaptured(acme());
      var before = Instant.now().getEpochSecond();

      worker.deliver(event);

      var message = only("/hook");
      var id = message.header("webhook-id");
      var time = message.header("webhook-timestamp");
      assertThat(id).isEqualTo("msg_" + event.eventId());
      assertThat(Long.parseLong(time)).isBetween(before, Instant.now().getEpochSecond());
      assertThat(message.header("content-type")).isEqualTo("application/json");
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(Base64.getDecoder().decode(hook.secret().substring(6)), "HmacSHA256"));
      var expected =
          mac.doFinal((id + "." + time + "." + message.body()).getBytes(StandardCharsets.UTF_8));
      assertThat(message.header("webhook-signature"))
          .isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
    }

    @Test
    void when_its_secret_is_under_the_former_key_then_it_is_told_and_the_secret_sealed_anew() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      var secret = hook.secret().getBytes(StandardCharsets.US_ASCII);
      sql(
          "update webhooks set secret = ?",
          formerEnvelope().seal(acme().id(), "webhook-secret", secret));

      worker.deliver(leadCaptured(acme()));

      only("/hook");
      var row = rows("select secret from webhooks").getFirst();
      var sealed = (byte[]) Objects.requireNonNull(row.get("secret"));
      assertThat(platform().envelope().isPresent(sealed)).isTrue();
      assertThat(platform().envelope().open(acme().id(), "webhook-secret", sealed))
          .isEqualTo(secret);
    }

    @Test
    void when_other_things_happen_then_it_is_not_told() {
      webhook(acme(), "/hook", "lead.captured");

      worker.deliver(leadUpdated(acme()), callEnded(acme()));

      assertThat(receiver.received()).isEmpty();
      assertThat(rows("select from deliveries")).isEmpty();
    }

    @Test
    void when_the_event_comes_three_times_then_the_receiver_is_told_once() {
      webhook(acme(), "/hook", "lead.captured");
      var event = leadCaptured(acme());

      worker.deliver(event, event);
      worker.deliver(event);

      only("/hook");
    }

    @Test
    void when_it_happens_at_Globex_then_Acmes_receiver_is_not_told() {
      webhook(acme(), "/acme", "lead.captured");
      webhook(globex(), "/globex", "lead.captured");

      worker.deliver(leadCaptured(globex()));

      assertThat(receiver.received("/acme")).isEmpty();
      assertThat(receiver.received("/globex")).hasSize(1);
    }

    @Test
    void when_a_message_on_the_queue_is_broken_then_its_neighbours_are_delivered() {
      webhook(acme(), "/hook", "lead.captured");

      var again =
          worker.deliverBodies("{\"detail-type\":", TestFunction.envelope(leadCaptured(acme())));

      assertThat(again).containsExactly(0);
      only("/hook");
    }

    @Test
    void when_the_secret_cannot_be_opened_then_nothing_is_sent_and_it_is_tried_again() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      sql("update webhooks set secret = '\\x01'");

      worker.deliver(leadCaptured(acme()));

      assertThat(receiver.received()).isEmpty();
      assertThat(delivery(hook)).containsEntry("status", "WAITING").containsEntry("attempts", 1);
      assertThat(row(hook).get("failing_since")).as("it is not the receiver's fault").isNull();
    }
  }

  @Nested
  class Given_a_webhook_that_wants_everything {

    @Test
    void when_three_things_happen_then_it_is_told_of_each_with_an_id_of_its_own() {
      webhook(acme(), "/hook", "lead.captured", "lead.updated", "call.ended");

      worker.deliver(leadCaptured(acme()), leadUpdated(acme()), callEnded(acme()));

      assertThat(receiver.received("/hook"))
          .extracting(message -> Json.tree(message.body()).path("type").asText())
          .containsExactlyInAnyOrder("lead.captured", "lead.updated", "call.ended");
      assertThat(receiver.received("/hook").stream().map(m -> m.header("webhook-id")).distinct())
          .hasSize(3);
    }

    @Test
    void when_a_message_is_taken_then_it_is_told_with_its_call() {
      webhook(acme(), "/hook", "message.taken");
      var event =
          new MessageTaken(
              UUID.randomUUID(),
              acme().id(),
              Instant.parse("2026-11-20T10:02:00Z"),
              CallId.create(),
              UUID.randomUUID(),
              "The lab called about the crown.",
              Optional.empty(),
              Optional.of("+14155550132"),
              Optional.of("Dana"));

      worker.deliver(event);

      var message = Json.tree(only("/hook").body());
      assertThat(message.path("type").asText()).isEqualTo("message.taken");
      assertThat(message.at("/data/id").asText()).isEqualTo(event.messageId().toString());
      assertThat(message.at("/data/callId").asText()).isEqualTo(event.call().toString());
      assertThat(message.at("/data/message").asText()).isEqualTo(event.message());
      assertThat(message.at("/data/name").isNull()).isTrue();
      assertThat(message.at("/data/forWhom").asText()).isEqualTo("Dana");
      assertThat(message.at("/data/takenAt").asText()).isEqualTo("2026-11-20T10:02:00Z");
    }

    @Test
    void when_a_voicemail_is_left_then_it_is_told_with_its_call_and_length() {
      webhook(acme(), "/hook", "voicemail.left");
      var event =
          new VoicemailLeft(
              UUID.randomUUID(),
              acme().id(),
              Instant.parse("2026-11-20T10:02:00Z"),
              CallId.create(),
              UUID.randomUUID(),
              Optional.empty(),
              23);

      worker.deliver(event);

      var message = Json.tree(only("/hook").body());
      assertThat(message.path("type").asText()).isEqualTo("voicemail.left");
      assertThat(message.at("/data/id").asText()).isEqualTo(event.voicemailId().toString());
      assertThat(message.at("/data/callId").asText()).isEqualTo(event.call().toString());
      assertThat(message.at("/data/from").isNull()).isTrue();
      assertThat(message.at("/data/seconds").asInt()).isEqualTo(23);
    }

    @Test
    void when_a_call_ends_then_a_withheld_number_is_null() {
      webhook(acme(), "/hook", "call.ended");
      var event = callEnded(acme());

      worker.deliver(event);

      var data = Json.tree(only("/hook").body()).path("data");
      assertThat(data.path("id").asText()).isEqualTo(event.call().toString());
      assertThat(data.path("from").isNull()).isTrue();
      assertThat(data.path("endedAt").asText()).isEqualTo("2026-11-20T10:03:00Z");
      assertThat(data.path("talkSeconds").asInt()).isEqualTo(170);
    }
  }

  @Nested
  class Given_a_receiver_that_refuses {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500, 502, 503, 504})
    void when_it_answers_with_an_error_then_it_is_tried_again_in_seconds(int status) {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(status, "Oops, maria@example.com", Map.of()));

      worker.deliver(leadCaptured(acme()));

      assertThat(delivery(hook))
          .containsEntry("status", "WAITING")
          .containsEntry("attempts", 1)
          .containsEntry("last_status", status)
          .containsEntry("last_error", "Answered " + status + ". Oops, (e-mail)");
      assertThat(instant(delivery(hook), "next_attempt_at"))
          .isBetween(Instant.now(), Instant.now().plusSeconds(6));
    }

    @Test
    void when_it_answers_410_then_the_webhook_is_disabled_and_nothing_more_is_sent() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(410));
      sql("update webhooks set paused_until = now() + interval '1 hour'");
      worker.deliver(leadCaptured(acme()));
      sql("update webhooks set paused_until = null");

      worker.deliver(leadCaptured(acme()));
      afterAWhile();
      worker.deliver(leadCaptured(acme()));
      job.run();

      only("/hook");
      assertThat(row(hook)).containsEntry("status", "DISABLED");
      assertThat(rows("select status from deliveries"))
          .hasSize(2)
          .containsOnly(Map.of("status", "FAILED"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void when_it_asks_for_an_hour_then_nothing_is_sent_for_an_hour(int status) {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(status, "", Map.of("Retry-After", "3600")));
      worker.deliver(leadCaptured(acme()));

      worker.deliver(leadCaptured(acme()));
      sql("update deliveries set next_attempt_at = now() - interval '1 second'");
      job.run();

      only("/hook");
      var inAnHour = Instant.now().plus(Duration.ofHours(1));
      assertThat(instant(row(hook), "paused_until")).isBetween(inAnHour.minusSeconds(30), inAnHour);
      assertThat(rows("select next_attempt_at from deliveries"))
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(instant(row, "next_attempt_at")).isAfter(inAnHour.minusSeconds(30)));
    }

    @Test
    void when_it_redirects_then_nobody_follows() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(302, "", Map.of("Location", receiver.url("/elsewhere"))));

      worker.deliver(leadCaptured(acme()));

      assertThat(receiver.received("/elsewhere")).isEmpty();
      assertThat(delivery(hook))
          .containsEntry("status", "WAITING")
          .containsEntry("last_status", 302);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://127.0.0.1/hook",
          "https://169.254.169.254/latest/meta-data",
          "https://[::1]:8443/",
          "http://localhost:1/hook",
          "https://phone.example.com/api/leads"
        })
    void when_its_address_leads_inside_then_nothing_is_sent_there(String url) {
      var hook = webhook(acme(), "/hook", "lead.captured");
      sql("update webhooks set url = ?", url);

      worker.deliver(leadCaptured(acme()));

      assertThat(receiver.received()).isEmpty();
      assertThat(delivery(hook))
          .containsEntry("status", "WAITING")
          .containsEntry("last_status", null);
      assertThat(delivery(hook).get("last_error")).isNotNull();
    }
  }

  @Nested
  class Given_a_receiver_of_Acme_that_never_answers_and_a_quick_one_of_Globex {

    @Test
    void when_both_are_to_be_told_then_Globex_is_told_at_once_and_Acme_is_given_15_seconds() {
      var silent = webhook(acme(), "/silent", "lead.captured");
      var quick = webhook(globex(), "/quick", "lead.captured");
      receiver.on("/silent", receiver.silence());
      var start = Instant.now();

      worker.deliver(
          leadCaptured(acme()), leadCaptured(acme()), leadCaptured(acme()), leadCaptured(globex()));

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
      assertThat(instant(delivery(quick), "delivered_at")).isBefore(start.plusSeconds(5));
      assertThat(rows("select last_error from deliveries where target = ?", silent.id()))
          .hasSize(3)
          .allSatisfy(row -> assertThat(row.get("last_error")).asString().contains("15"));
      var waited = receiver.received("/silent").size();

      worker.deliver(leadCaptured(acme()), leadCaptured(globex()));

      assertThat(receiver.received("/silent")).as("it is left alone for a while").hasSize(waited);
      assertThat(receiver.received("/quick")).hasSize(2);
    }
  }

  @Nested
  class Given_a_worker_that_died_after_the_commit {

    @Test
    void when_its_claim_ends_then_the_job_sends_what_it_did_not() {
      var hook = webhook(acme(), "/hook", "lead.captured");
      receiver.on("/hook", status(500));
      worker.deliver(leadCaptured(acme()));
      receiver.reset();
      sql("delete from delivery_attempts");
      sql(
          "update deliveries set attempts = 0, last_status = null, last_error = null,"
              + " next_attempt_at = now() + interval '2 minutes'");
      sql("update webhooks set failing_since = null, paused_until = null");

      job.run();
      assertThat(receiver.received()).isEmpty();
      afterAWhile();
      job.run();

      only("/hook");
      assertThat(delivery(hook)).containsEntry("status", "DELIVERED");
    }
  }
}
