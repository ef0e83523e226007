package com.hekax.phone.telephony.webhook;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.dialed;
import static com.hekax.phone.telephony.TwilioPost.inbound;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.telephony.TwilioPost;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallStatusWebhookTest extends DatabaseTest {
  private static final String ACME_NUMBER = "+15005550001";
  private static final String GLOBEX_NUMBER = "+15005550002";
  private static final String CALL = callSid(1);
  private static final String DIALED = callSid(2);

  private final TestFunction<CallStatusWebhook> webhook = function(CallStatusWebhook::new);

  @BeforeEach
  void given_a_number_at_Acme_and_another_at_Globex_and_no_calls() {
    sql("delete from call_legs");
    sql("delete from call_leg_sids");
    sql("delete from outbox");
    sql("delete from phone_numbers");
    sql(
        "insert into phone_numbers values (gen_random_uuid(), ?, ?, 'Main', now())",
        acme().id().value(),
        ACME_NUMBER);
    sql(
        "insert into phone_numbers values (gen_random_uuid(), ?, ?, 'Main', now())",
        globex().id().value(),
        GLOBEX_NUMBER);
  }

  @AfterEach
  void the_bus_works_again() {
    aws.refuseEvents(false);
  }

  private void told(TwilioPost... posts) {
    for (var post : posts) {
      assertThat(webhook.call(post.signed()).status()).isEqualTo(204);
    }
  }

  private List<Map<String, Object>> legs() {
    return rows("select * from call_legs order by call_sid");
  }

  private Map<String, Object> leg(String callSid) {
    var found = rows("select * from call_legs where call_sid = ?", callSid);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /** The ends of calls that are announced, whether or not the bus has them yet. */
  private List<JsonNode> ends() {
    return rows("select detail::text as detail from outbox where type = 'CallEnded' order by id")
        .stream()
        .map(row -> Json.tree(requireNonNull(row.get("detail")).toString()))
        .toList();
  }

  private static Object at(String time) {
    return Timestamp.from(Instant.parse(time));
  }

  @Nested
  class Given_a_request_that_Twilio_did_not_sign {
    private final TwilioPost post = inbound(CALL, ACME_NUMBER, "completed");

    @ParameterizedTest
    @MethodSource("forgeries")
    void then_it_is_refused_without_a_word_and_nothing_is_written(TestRequest forged) {
      var response = webhook.call(forged);

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.text()).isEmpty();
      assertThat(legs()).isEmpty();
      assertThat(rows("select * from call_leg_sids")).isEmpty();
      assertThat(ends()).isEmpty();
    }

    static Stream<TestRequest> forgeries() {
      var post = inbound(CALL, ACME_NUMBER, "completed");
      var signature = post.signature(TwilioPost.TOKEN);
      return Stream.of(
          post.unsigned(),
          post.unsigned().header(TwilioPost.SIGNATURE, ""),
          post.unsigned().header(TwilioPost.SIGNATURE, "c2lnbmVk"),
          post.signedWith("another_token"),
          // A true signature, and a field that was changed, added or taken away since.
          post.with("CallStatus", "busy").unsigned().header(TwilioPost.SIGNATURE, signature),
          post.with("Added", "1").unsigned().header(TwilioPost.SIGNATURE, signature),
          post.without("CallerCity").unsigned().header(TwilioPost.SIGNATURE, signature),
          // Sent to another address than the one that was signed.
          post.signed().query("x", "1"),
          // Signed, but of an account that is not ours.
          post.with("AccountSid", "AC" + "1".repeat(32)).signed(),
          post.without("AccountSid").signed());
    }

    @Test
    void when_it_is_not_even_of_the_documented_form_then_it_does_not_learn_that() {
      var nothing = new TwilioPost("status", Map.of("Foo", "bar"));

      var response = webhook.call(nothing.unsigned());

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.text()).isEmpty();
    }

    @Test
    void when_its_body_is_no_form_then_it_does_not_learn_that() {
      var response =
          webhook.call(
              TestRequest.request()
                  .json("%zz=%")
                  .header("content-type", "application/x-www-form-urlencoded")
                  .header(TwilioPost.SIGNATURE, post.signature(TwilioPost.TOKEN)));

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.text()).isEmpty();
    }

    @Test
    void when_Twilio_itself_sends_what_is_not_documented_then_it_is_told_what() {
      var response = webhook.call(post.with("CallStatus", "dreaming").signed());

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("CallStatus");
      assertThat(legs()).isEmpty();
    }
  }

  @Nested
  class Given_calls_to_both_businesses {

    @Test
    void then_each_call_belongs_to_whose_number_it_came_to() {
      told(
          inbound(CALL, ACME_NUMBER, "ringing"),
          inbound(callSid(9), GLOBEX_NUMBER, "completed").with("CallDuration", "12"));

      assertThat(leg(CALL)).containsEntry("organization_id", acme().id().value());
      assertThat(leg(callSid(9))).containsEntry("organization_id", globex().id().value());
      assertThat(ends()).hasSize(1);
      assertThat(ends().getFirst().path("organization").asText())
          .isEqualTo(globex().id().toString());
    }

    @Test
    void when_a_call_of_Acme_is_reported_with_the_number_of_Globex_then_it_stays_at_Acme() {
      told(inbound(CALL, ACME_NUMBER, "ringing"), inbound(CALL, GLOBEX_NUMBER, "completed"));

      assertThat(leg(CALL))
          .containsEntry("organization_id", acme().id().value())
          .containsEntry("to_number", ACME_NUMBER)
          .containsEntry("status", "COMPLETED");
    }

    @Test
    void when_Acme_dials_the_number_of_Globex_then_the_dialed_leg_is_of_Acmes_call() {
      told(
          inbound(CALL, ACME_NUMBER, "ringing"),
          dialed(DIALED, CALL, "ringing").with("To", GLOBEX_NUMBER));

      assertThat(leg(DIALED))
          .containsEntry("organization_id", acme().id().value())
          .containsEntry("call_id", leg(CALL).get("call_id"))
          .containsEntry("parent_call_sid", CALL)
          .containsEntry("direction", "OUTBOUND");
    }

    @Test
    void when_Acme_calls_somebody_then_the_call_belongs_to_whose_number_it_was_made_from() {
      told(
          inbound(CALL, "+15005550009", "in-progress")
              .with("Direction", "outbound-api")
              .with("From", ACME_NUMBER));

      assertThat(leg(CALL))
          .containsEntry("organization_id", acme().id().value())
          .containsEntry("direction", "OUTBOUND");
    }
  }

  @Nested
  class Given_a_leg_that_is_nobodys {

    @Test
    void when_it_came_to_a_number_that_is_not_ours_then_nothing_is_written() {
      told(inbound(CALL, "+15005550009", "completed"));

      assertThat(legs()).isEmpty();
      assertThat(ends()).isEmpty();
    }

    @Test
    void when_it_was_dialed_for_a_leg_that_is_not_known_then_nothing_is_written() {
      told(dialed(DIALED, CALL, "completed").with("To", ACME_NUMBER).with("From", ACME_NUMBER));

      assertThat(legs()).isEmpty();
      assertThat(ends()).isEmpty();
    }
  }

  /** A call with an answer, reported four times, its times a few seconds apart. */
  private static List<TwilioPost> answeredCall() {
    return List.of(
        inbound(CALL, ACME_NUMBER, "initiated")
            .with("SequenceNumber", "0")
            .with("Timestamp", "Sun, 22 Nov 2026 10:00:00 +0000"),
        inbound(CALL, ACME_NUMBER, "ringing")
            .with("SequenceNumber", "1")
            .with("Timestamp", "Sun, 22 Nov 2026 10:00:01 +0000"),
        inbound(CALL, ACME_NUMBER, "in-progress")
            .with("SequenceNumber", "2")
            .with("Timestamp", "Sun, 22 Nov 2026 10:00:06 +0000"),
        inbound(CALL, ACME_NUMBER, "completed")
            .with("SequenceNumber", "3")
            .with("Timestamp", "Sun, 22 Nov 2026 10:01:08 +0000")
            .with("CallDuration", "61"));
  }

  private void assertAnsweredCallIsSavedAndAnnouncedOnce() {
    assertThat(rows("select * from outbox where type = 'CallStarted'")).hasSize(1);
    assertThat(legs()).hasSize(1);
    assertThat(leg(CALL))
        .containsEntry("organization_id", acme().id().value())
        .containsEntry("direction", "INBOUND")
        .containsEntry("from_number", "+15005550006")
        .containsEntry("to_number", ACME_NUMBER)
        .containsEntry("status", "COMPLETED")
        .containsEntry("started_at", at("2026-11-22T10:00:00Z"))
        .containsEntry("answered_at", at("2026-11-22T10:00:06Z"))
        .containsEntry("ended_at", at("2026-11-22T10:01:08Z"))
        .containsEntry("talk_seconds", 61);
    assertThat(ends()).hasSize(1);
    var end = ends().getFirst();
    assertThat(end.path("call").asText())
        .isEqualTo(requireNonNull(leg(CALL).get("call_id")).toString());
    assertThat(end.path("outcome").asText()).isEqualTo("COMPLETED");
    assertThat(end.path("talkSeconds").asInt()).isEqualTo(61);
    assertThat(end.path("occurredAt").asText()).isEqualTo("2026-11-22T10:01:08Z");
  }

  @Nested
  class Given_an_answered_call {

    @Test
    void when_it_is_reported_in_order_then_the_leg_is_complete_and_its_end_announced() {
      told(answeredCall().toArray(TwilioPost[]::new));

      assertAnsweredCallIsSavedAndAnnouncedOnce();
      assertThat(leg(CALL)).containsEntry("version", 4);
      var end = aws.published("CallEnded").getLast();
      assertThat(end).isEqualTo(ends().getFirst());
      assertThat(end.path("startedAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
      assertThat(end.path("from").asText()).isEqualTo("+15005550006");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void when_it_is_reported_in_any_order_then_it_ends_the_same(List<Integer> order) {
      order.forEach(place -> told(answeredCall().get(place)));

      assertAnsweredCallIsSavedAndAnnouncedOnce();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void when_all_is_reported_again_in_any_order_then_nothing_changes(List<Integer> order) {
      told(answeredCall().toArray(TwilioPost[]::new));
      var before = leg(CALL);

      order.forEach(place -> told(answeredCall().get(place)));

      assertThat(leg(CALL)).isEqualTo(before);
      assertThat(ends()).hasSize(1);
    }

    static Stream<List<Integer>> orders() {
      return permutations(List.of(0, 1, 2, 3)).stream();
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
      if (of.isEmpty()) {
        return List.of(List.of());
      }
      var all = new ArrayList<List<Integer>>();
      for (var first : of) {
        var rest = of.stream().filter(other -> !other.equals(first)).toList();
        for (var tail : permutations(rest)) {
          all.add(Stream.concat(Stream.of(first), tail.stream()).toList());
        }
      }
      return all;
    }

    @Test
    void when_only_its_end_is_reported_then_the_answer_is_reckoned_from_the_duration() {
      told(answeredCall().getLast());

      assertThat(leg(CALL))
          .containsEntry("started_at", at("2026-11-22T10:00:07Z"))
          .containsEntry("answered_at", at("2026-11-22T10:00:07Z"))
          .containsEntry("talk_seconds", 61);
      assertThat(ends()).hasSize(1);
    }

    @Test
    void when_another_end_is_reported_later_then_the_first_one_stays() {
      told(answeredCall().toArray(TwilioPost[]::new));

      told(inbound(CALL, ACME_NUMBER, "busy"), inbound(CALL, ACME_NUMBER, "failed"));

      assertAnsweredCallIsSavedAndAnnouncedOnce();
    }

    @Test
    void when_reports_have_no_times_then_our_clock_serves_and_repeating_changes_nothing() {
      var ringing = inbound(CALL, ACME_NUMBER, "ringing");
      var answered = inbound(CALL, ACME_NUMBER, "in-progress");
      told(ringing, answered);
      var before = leg(CALL);

      told(answered, ringing);

      assertThat(leg(CALL)).isEqualTo(before).containsEntry("version", 2);
    }

    @Test
    void when_the_bus_is_down_then_its_beginning_and_its_end_wait_in_the_outbox() {
      aws.refuseEvents(true);

      told(answeredCall().toArray(TwilioPost[]::new));

      assertThat(rows("select correlation_id, published_at from outbox"))
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(row)
                      .containsEntry("published_at", null)
                      .containsEntry(
                          "correlation_id", requireNonNull(leg(CALL).get("call_id")).toString()));
    }

    @Test
    void when_many_functions_are_told_the_same_at_once_then_it_is_one_leg_with_one_end()
        throws Exception {
      int functions = 6;
      var together = new CyclicBarrier(functions);
      var tasks = new ArrayList<Callable<List<Integer>>>();
      for (int i = 0; i < functions; i++) {
        var own = function(CallStatusWebhook::new);
        var shuffled = new ArrayList<>(answeredCall());
        Collections.rotate(shuffled, i);
        tasks.add(
            () -> {
              together.await();
              return shuffled.stream().map(post -> own.call(post.signed()).status()).toList();
            });
      }

      assertThat(inParallel(tasks)).allMatch(List.of(204, 204, 204, 204)::equals);

      assertAnsweredCallIsSavedAndAnnouncedOnce();
      assertThat(rows("select * from call_leg_sids")).hasSize(1);
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks)
        throws InterruptedException, ExecutionException {
      try (var executor = Executors.newFixedThreadPool(tasks.size())) {
        var results = new ArrayList<T>();
        for (var future : executor.invokeAll(tasks)) {
          results.add(future.get());
        }
        return results;
      }
    }
  }

  @Nested
  class Given_a_call_that_is_not_answered {

    @ParameterizedTest
    @CsvSource({
      "busy,BUSY",
      "no-answer,NO_ANSWER",
      "canceled,CANCELED",
      "failed,FAILED",
      "completed,COMPLETED"
    })
    void then_it_ends_as_Twilio_says_without_any_talk(String said, String outcome) {
      told(inbound(CALL, ACME_NUMBER, "ringing"), inbound(CALL, ACME_NUMBER, said));

      assertThat(leg(CALL)).containsEntry("status", outcome).containsEntry("talk_seconds", 0);
      assertThat(ends()).hasSize(1);
      assertThat(ends().getFirst().path("outcome").asText()).isEqualTo(outcome);
      assertThat(ends().getFirst().path("talkSeconds").asInt()).isZero();
    }
  }

  @Nested
  class Given_a_leg_that_was_dialed_for_the_caller {

    @Test
    void when_it_ends_then_the_call_goes_on_until_the_callers_own_leg_ends() {
      told(inbound(CALL, ACME_NUMBER, "in-progress"), dialed(DIALED, CALL, "in-progress"));

      told(dialed(DIALED, CALL, "completed").with("CallDuration", "20"));
      assertThat(ends()).isEmpty();

      told(inbound(CALL, ACME_NUMBER, "completed").with("CallDuration", "45"));
      assertThat(ends()).hasSize(1);
      assertThat(ends().getFirst().path("talkSeconds").asInt()).isEqualTo(45);
      assertThat(legs()).hasSize(2);
    }
  }

  @Nested
  class Given_a_caller_who_withholds_the_number {

    @ParameterizedTest
    @ValueSource(
        strings = {"anonymous", "Restricted", "unknown", "+266696687", "sip:someone@example.com"})
    void then_the_call_has_none(String from) {
      told(inbound(CALL, ACME_NUMBER, "completed").with("From", from));

      assertThat(leg(CALL)).containsEntry("from_number", null);
      assertThat(ends().getFirst().path("from").isNull()).isTrue();
    }
  }
}
