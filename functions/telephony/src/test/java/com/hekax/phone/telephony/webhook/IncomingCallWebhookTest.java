package com.hekax.phone.telephony.webhook;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.inbound;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestRequest;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.TwilioPost;
import com.hekax.phone.telephony.Twiml;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingCallWebhookTest extends TelephonyTest {

  @Nested
  class Given_a_call_to_Acme {

    @Test
    void then_its_sound_is_streamed_to_the_media_bridge_with_a_token() {
      var twiml = rings();

      assertThat(twiml.token()).matches("[A-Za-z0-9_-]{43}");
      twiml.is(
          """
          <Response>
            <Connect action="https://phone.example.com/api/twilio/after-stream?session=%s#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500">
              <Stream url="wss://media.example.com/media">
                <Parameter name="token" value="%s"/>
              </Stream>
            </Connect>
          </Response>
          """
              .formatted(twiml.session(), twiml.token()));
    }

    @Test
    void then_the_call_is_saved_and_its_beginning_announced() {
      rings();

      assertThat(rows("select * from call_legs"))
          .singleElement()
          .satisfies(
              leg ->
                  assertThat(leg)
                      .containsEntry("organization_id", acme().id().value())
                      .containsEntry("call_sid", CALL)
                      .containsEntry("from_number", TwilioPost.CALLER)
                      .containsEntry("to_number", ACME_NUMBER)
                      .containsEntry("status", "RINGING"));
      assertThat(announced("CallStarted"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("organization").asText()).isEqualTo(acme().id().toString());
                assertThat(event.path("call").asText()).isEqualTo(ongoing().call().toString());
                assertThat(event.path("direction").asText()).isEqualTo("INBOUND");
                assertThat(event.path("from").asText()).isEqualTo(TwilioPost.CALLER);
              });
    }

    @Test
    void then_the_token_is_kept_as_its_hash_alone_and_for_two_minutes() {
      var token = rings().token();

      assertThat(rows("select bridge_sessions::text as all_of_it from bridge_sessions"))
          .singleElement()
          .satisfies(row -> assertThat(String.valueOf(row)).doesNotContain(token));
      assertThat(
              rows(
                  "select 1 from bridge_sessions where token_expires_at between now() + interval"
                      + " '110 seconds' and now() + interval '2 minutes'"))
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void when_Twilio_asks_again_then_it_is_the_same_call_and_any_of_the_answers_opens_it_once(
        int one) {
      var answers = List.of(rings(), rings(), rings());
      var other = answers.get((one + 1) % 3);

      assertThat(answers.stream().map(Twiml::session).distinct()).hasSize(1);
      assertThat(answers.stream().map(Twiml::token).distinct()).hasSize(3);
      assertThat(rows("select * from call_legs")).hasSize(1);
      assertThat(announced("CallStarted")).hasSize(1);
      assertThat(exchange.call(stream(answers.get(one).token()).request()).status()).isEqualTo(201);
      assertThat(exchange.call(stream(other.token()).opening(OTHER_STREAM).request()).problem())
          .isEqualTo("INVALID_TOKEN");
    }

    @Test
    void when_Twilio_asks_again_after_the_stream_began_then_no_other_is_waited_for() {
      talking();

      rings().is(HANG_UP);

      assertThat(rows("select * from bridge_sessions")).hasSize(1);
    }

    @Test
    void when_Twilio_asks_many_times_at_once_then_it_is_one_call_and_one_stream_is_let_in()
        throws Exception {
      int functions = 6;
      var together = new CyclicBarrier(functions);
      var tasks = new ArrayList<Callable<Twiml>>();
      for (int i = 0; i < functions; i++) {
        var own = function(IncomingCallWebhook::new);
        tasks.add(
            () -> {
              together.await();
              return Twiml.of(own.call(incoming(CALL, ACME_NUMBER).signed()));
            });
      }
      var tokens = new ArrayList<String>();
      try (var executor = Executors.newFixedThreadPool(functions)) {
        for (var answer : executor.invokeAll(tasks)) {
          tokens.add(answer.get().token());
        }
      }

      assertThat(rows("select * from call_legs")).hasSize(1);
      assertThat(rows("select * from bridge_sessions")).hasSize(1);
      assertThat(announced("CallStarted")).hasSize(1);
      assertThat(IntStream.range(0, functions))
          .filteredOn(
              i ->
                  exchange
                          .call(stream(tokens.get(i)).opening("MZ%032d".formatted(i)).request())
                          .status()
                      == 201)
          .hasSize(1);
    }

    @Test
    void when_its_end_was_told_before_then_it_is_not_answered() {
      callEnds();

      rings().is(HANG_UP);

      assertThat(rows("select * from bridge_sessions")).isEmpty();
      assertThat(announced("CallStarted")).hasSize(1);
      assertThat(announced("CallEnded")).hasSize(1);
    }

    @Test
    void when_its_ringing_was_told_before_then_it_is_the_same_call() {
      callStatus.call(TwilioPost.inbound(CALL, ACME_NUMBER, "ringing").signed());

      assertThat(rings().verbs()).containsExactly("Connect");

      assertThat(rows("select * from call_legs")).hasSize(1);
      assertThat(announced("CallStarted")).hasSize(1);
    }

    @Test
    void when_Globex_is_called_too_then_each_call_is_its_own() {
      rings();
      var other = Twiml.of(incomingCall.call(incoming(callSid(2), GLOBEX_NUMBER).signed()));

      assertThat(other.verbs()).containsExactly("Connect");
      assertThat(rows("select organization_id from bridge_sessions where call_sid = ?", callSid(2)))
          .singleElement()
          .satisfies(
              row -> assertThat(row).containsEntry("organization_id", globex().id().value()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15005550009", "client:nobody", "sip:x@example.com", "", "Anonymous"})
  void given_a_number_that_is_nobodys_then_it_is_refused_politely_and_nothing_is_written(
      String to) {
    Twiml.of(incomingCall.call(incoming(CALL, to).signed()))
        .is(
            """
            <Response>
              <Say>We are sorry, the number you have called is not in service.</Say>
              <Hangup/>
            </Response>
            """);

    assertThat(rows("select * from call_legs")).isEmpty();
    assertThat(rows("select * from call_leg_sids")).isEmpty();
    assertThat(rows("select * from outbox")).isEmpty();
  }

  @Test
  void given_a_business_that_is_closing_then_its_callers_hear_so_and_nothing_is_written() {
    closing(acme());

    Twiml.of(incomingCall.call(incoming(CALL, ACME_NUMBER).signed()))
        .is(
            """
            <Response>
              <Say>We are sorry, the number you have called is not in service.</Say>
              <Hangup/>
            </Response>
            """);
    callStatus.call(inbound(CALL, ACME_NUMBER, "completed").signed());

    assertThat(rows("select * from call_legs")).isEmpty();
    assertThat(rows("select * from call_leg_sids")).isEmpty();
    assertThat(rows("select * from bridge_sessions")).isEmpty();
    assertThat(rows("select * from outbox")).isEmpty();
    var other = Twiml.of(incomingCall.call(incoming(callSid(2), GLOBEX_NUMBER).signed()));
    assertThat(other.verbs()).containsExactly("Connect");
  }

  @Test
  void given_a_business_that_was_closing_and_is_kept_then_its_callers_talk_again() {
    closing(acme());
    sql("delete from organization_closings");

    var answer = Twiml.of(incomingCall.call(incoming(CALL, ACME_NUMBER).signed()));

    assertThat(answer.verbs()).containsExactly("Connect");
  }

  @Test
  void given_a_call_that_goes_on_while_its_business_is_closed_then_it_ends_as_any_other() {
    incomingCall.call(incoming(CALL, ACME_NUMBER).signed());
    closing(acme());

    callStatus.call(inbound(CALL, ACME_NUMBER, "completed").signed());

    assertThat(rows("select status from call_legs"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "COMPLETED"));
  }

  static Stream<TestRequest> forgeries() {
    var post = incoming(CALL, ACME_NUMBER);
    return Stream.of(
        post.unsigned(),
        post.signedWith("another_token"),
        post.to("status").signed(),
        post.with("AccountSid", "AC" + "1".repeat(32)).signed());
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void given_a_request_that_Twilio_did_not_sign_then_it_is_refused_and_nothing_is_written(
      TestRequest forged) {
    var answer = incomingCall.call(forged);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).isEmpty();
    assertThat(rows("select * from call_leg_sids")).isEmpty();
  }

  @Nested
  class Given_no_assistant {

    @Test
    void when_nothing_was_published_for_it_then_the_people_of_the_business_are_rung() {
      withoutAssistant(acme());

      var twiml = rings();

      twiml.is(
          """
          <Response>
            <Dial answerOnBridge="true" timeout="20" callerId="%s"
                action="https://phone.example.com/api/twilio/after-dial?transfer=%s#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500">
              <Number statusCallbackEvent="answered completed"
                  statusCallback="https://phone.example.com/api/twilio/status#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500">%s</Number>
              <Number statusCallbackEvent="answered completed"
                  statusCallback="https://phone.example.com/api/twilio/status#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500">%s</Number>
            </Dial>
          </Response>
          """
              .formatted(ACME_NUMBER, twiml.transfer(), DANA, ANA));
      assertThat(announced("CallTransferStarted"))
          .singleElement()
          .satisfies(
              event -> assertThat(event.path("to").asText()).isEqualTo("Dana Bright or Ana Silva"));
    }

    @Test
    void when_the_plan_does_not_include_it_then_the_people_are_rung() {
      sql("insert into plans values ('PLAIN', 1, 1, 1, 1, '{}') on conflict do nothing");
      sql("update organizations set plan = 'PLAIN' where organization_id = ?", acme().id().value());
      try {
        assertThat(rings().numbers()).containsExactly(DANA, ANA);
      } finally {
        sql(
            "update organizations set plan = 'TRIAL' where organization_id = ?",
            acme().id().value());
      }
    }

    @Test
    void when_Twilio_asks_again_then_the_same_people_are_rung_once() {
      withoutAssistant(acme());
      var first = rings();

      var second = rings();

      second.is(first.text());
      assertThat(announced("CallTransferStarted")).hasSize(1);
    }

    @Test
    void when_many_could_be_rung_then_it_is_as_many_as_Twilio_rings_at_once() {
      withoutAssistant(acme());
      for (int i = 3; i <= 12; i++) {
        person(acme(), "Person " + i, "+1415555020" + (i % 10), i);
      }

      assertThat(rings().numbers()).hasSize(10).startsWith(DANA, ANA);
    }

    @Test
    void when_nobody_can_be_rung_then_the_caller_may_leave_a_message() {
      withoutAssistant(globex());

      var twiml = Twiml.of(incomingCall.call(incoming(CALL, GLOBEX_NUMBER).signed()));

      twiml.is(
          """
          <Response>
            <Say>Nobody can take your call right now. Please leave a message after the tone, with your name and your number, and we will call you back.</Say>
            <Record action="https://phone.example.com/api/twilio/voicemail#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500"
                recordingStatusCallback="https://phone.example.com/api/twilio/voicemail#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500"
                maxLength="180" timeout="5" finishOnKey="#"/>
            <Say>We did not hear anything. Goodbye.</Say>
            <Hangup/>
          </Response>
          """);
    }
  }
}
