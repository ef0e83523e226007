package com.hekax.phone.telephony.api;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.TwilioPost;
import com.hekax.phone.telephony.Twiml;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateBridgeSessionHandlerTest extends TelephonyTest {

  private static void assertInvalid(TestResponse answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("INVALID_TOKEN");
  }

  @Nested
  class Given_a_call_whose_stream_has_reached_the_bridge {

    @Test
    void then_the_bridge_learns_all_about_it() {
      var told = talking().told();

      var call = ongoing().call();
      assertThat(told.path("callId").asText()).isEqualTo(call.toString());
      assertThat(told.path("organizationId").asText()).isEqualTo(acme().id().toString());
      assertThat(told.path("resumed").asBoolean()).isFalse();
      assertThat(told.path("snapshot").path("greeting").asText()).isEqualTo("Hello from Acme");
      assertThat(told.path("turnsPath").asText()).isEqualTo("/api/calls/" + call + "/turns");
      assertThat(told.path("reportPath").asText()).isEqualTo("/api/calls/" + call + "/report");
      assertThat(told.path("redirectsPath").asText()).isEqualTo("/api/bridge/redirects");
      assertThat(told.path("hangupsPath").asText()).isEqualTo("/api/bridge/hangups");
    }

    @Test
    void then_the_context_tells_who_is_calling_and_what_time_it_is_there() {
      var context = talking().told().path("context").asText();

      assertThat(context)
          .startsWith("The caller's number is " + TwilioPost.CALLER + ". It is ")
          .contains("(America/Chicago)");
    }

    @Test
    void when_the_caller_withholds_the_number_then_the_context_says_so() {
      var twiml =
          Twiml.of(
              incomingCall.call(incoming(CALL, ACME_NUMBER).with("From", "anonymous").signed()));

      assertThat(talking(twiml.session(), twiml.token()).told().path("context").asText())
          .startsWith("The caller's number is withheld");
    }

    @Test
    void then_the_credential_is_kept_as_its_hash_alone() {
      var credential = talking().credential();

      assertThat(credential).matches("[A-Za-z0-9_-]{43}");
      assertThat(rows("select bridge_sessions::text as all_of_it from bridge_sessions"))
          .singleElement()
          .satisfies(row -> assertThat(String.valueOf(row)).doesNotContain(credential));
    }

    @Test
    void then_it_is_announced_that_the_assistant_has_the_caller() {
      talking();

      assertThat(announced("CallAnswered"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("by").asText()).isEqualTo("ASSISTANT");
                assertThat(event.path("person").isNull()).isTrue();
                assertThat(event.path("call").asText()).isEqualTo(ongoing().call().toString());
                assertThat(event.path("organization").asText()).isEqualTo(acme().id().toString());
              });
      assertThat(
              rows("select correlation_id, published_at from outbox where type = 'CallAnswered'"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("correlation_id", ongoing().call().toString())
                      .doesNotContainEntry("published_at", null));
    }

    @Test
    void when_the_same_stream_asks_again_then_nothing_more_is_announced() {
      var token = rings().token();
      exchange.call(stream(token).request());
      exchange.call(stream(token).request());

      assertThat(announced("CallAnswered")).hasSize(1);
    }

    @Test
    void when_another_stream_shows_the_token_then_it_is_refused_and_the_first_goes_on() {
      var token = rings().token();
      var first = exchange.call(stream(token).request());
      var credential = rows("select credential_hash from bridge_sessions");

      assertInvalid(exchange.call(stream(token).opening(OTHER_STREAM).request()));

      assertThat(first.status()).isEqualTo(201);
      assertThat(rows("select credential_hash from bridge_sessions"))
          .usingRecursiveComparison()
          .isEqualTo(credential);
    }

    @Test
    void when_the_same_stream_asks_again_much_later_then_it_is_refused() {
      var token = rings().token();
      exchange.call(stream(token).request());
      sql("update bridge_sessions set used_at = used_at - interval '31 seconds'");

      assertInvalid(exchange.call(stream(token).request()));
    }

    @Test
    void when_the_token_is_shown_many_times_at_once_then_one_is_let_in() throws Exception {
      var token = rings().token();
      int functions = 6;
      var together = new CyclicBarrier(functions);
      var tasks = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < functions; i++) {
        var own = function(CreateBridgeSessionHandler::new);
        var shown = stream(token).opening("MZ%032d".formatted(i));
        tasks.add(
            () -> {
              together.await();
              return own.call(shown.request()).status();
            });
      }
      var statuses = new ArrayList<Integer>();
      try (var executor = Executors.newFixedThreadPool(functions)) {
        for (var status : executor.invokeAll(tasks)) {
          statuses.add(status.get());
        }
      }

      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 401);
    }

    @Test
    void when_two_minutes_have_passed_then_the_token_is_refused() {
      var token = rings().token();
      sql("update bridge_sessions set token_expires_at = now() - interval '1 second'");

      assertInvalid(exchange.call(stream(token).request()));
    }

    @Test
    void when_the_call_has_ended_then_the_token_is_refused() {
      var token = rings().token();
      callEnds();

      assertInvalid(exchange.call(stream(token).request()));
    }

    @Test
    void when_another_call_shows_its_token_then_it_is_refused_and_stays_good_for_its_own() {
      var token = rings().token();
      var other = Twiml.of(incomingCall.call(incoming(callSid(2), GLOBEX_NUMBER).signed()));

      assertInvalid(exchange.call(stream(token).of(callSid(2), TwilioPost.ACCOUNT).request()));
      assertInvalid(exchange.call(stream(other.token()).request()));
      assertInvalid(exchange.call(stream(token).of(CALL, "AC" + "1".repeat(32)).request()));

      assertThat(exchange.call(stream(token).request()).status()).isEqualTo(201);
    }

    @Test
    void when_a_token_is_shown_that_is_nobodys_then_the_answer_is_the_same() {
      rings();

      var unknown = exchange.call(stream("A".repeat(43)).request());
      var used = rings().token();
      exchange.call(stream(used).request());
      var again = exchange.call(stream(used).opening(OTHER_STREAM).request());

      assertInvalid(unknown);
      assertThat(again.json().path("detail")).isEqualTo(unknown.json().path("detail"));
    }

    @ParameterizedTest
    @CsvSource({"/media,/media", "/media,/media/", "/media/,/media", "/media/,/media/"})
    void when_Twilio_signed_with_or_without_a_slash_at_the_end_then_it_is_let_in(
        String path, String signed) {
      assertThat(exchange.call(stream(rings().token()).at(path, signed).request()).status())
          .isEqualTo(201);
    }
  }

  @Nested
  class Given_a_stream_that_Twilio_did_not_open {

    private void assertRefused(TestResponse answer) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).isEmpty();
      assertThat(rows("select * from bridge_sessions where used_at is not null")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2lnbmVk", "not base64 at all"})
    void then_it_is_refused_and_the_token_stays_good(String signature) {
      var token = rings().token();

      assertRefused(exchange.call(stream(token).request(signature)));

      assertThat(exchange.call(stream(token).request()).status()).isEqualTo(201);
    }

    @Test
    void when_another_account_signed_then_it_is_refused() {
      var signature = TwilioPost.sign("wss://media.example.com/media", "another_token");

      assertRefused(exchange.call(stream(rings().token()).request(signature)));
    }

    @ParameterizedTest
    @CsvSource({
      "/other,/other",
      "/media?x=1,/media?x=1",
      "/media//,/media//",
      "'',''",
      "/,/",
      "/media,/media//"
    })
    void when_it_came_to_another_path_then_it_is_refused_however_it_is_signed(
        String path, String signed) {
      assertRefused(exchange.call(stream(rings().token()).at(path, signed).request()));
    }

    @Test
    void when_the_signature_is_of_another_host_then_it_is_refused() {
      var signature = TwilioPost.sign("wss://media.example.org/media", TwilioPost.TOKEN);

      assertRefused(exchange.call(stream(rings().token()).request(signature)));
    }
  }

  @Nested
  class Given_a_call_that_comes_back {

    @Test
    void when_the_line_was_interrupted_then_the_bridge_is_told_so() {
      var back = streamEnds(talking().session());

      var told = talking(back.session(), back.token()).told();

      assertThat(told.path("resumed").asBoolean()).isTrue();
      assertThat(told.path("context").asText())
          .endsWith(
              "You have talked with this caller earlier in this call."
                  + " The line was interrupted for a moment.");
    }

    @Test
    void when_the_line_was_interrupted_then_nobody_is_said_to_have_missed_the_call() {
      var back = streamEnds(talking().session());

      var told = talking(back.session(), back.token()).told();

      assertThat(told.path("snapshot").path("resumedGreeting").asText())
          .isEqualTo("I am sorry, we were cut off for a moment. Please go on.");
    }

    @Test
    void when_no_stream_had_reached_the_bridge_then_it_is_not_told_of_one() {
      var back = streamEnds(rings().session());

      var told = talking(back.session(), back.token()).told();

      assertThat(told.path("resumed").asBoolean()).isFalse();
      assertThat(told.path("context").asText()).doesNotContain("earlier");
    }
  }
}
