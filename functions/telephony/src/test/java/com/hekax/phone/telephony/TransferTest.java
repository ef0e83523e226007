package com.hekax.phone.telephony;

import static com.hekax.phone.fixtures.TestRequest.request;
import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.telephony.api.CreateBridgeRedirectHandler;
import com.hekax.phone.telephony.api.TransferCallHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller is put through to a person: chosen, rung, and what comes of it. */
class TransferTest extends TelephonyTest {
  private final TestFunction<TransferCallHandler> choose = function(TransferCallHandler::new);
  private final TestFunction<CreateBridgeRedirectHandler> redirect =
      function(CreateBridgeRedirectHandler::new);

  private JsonNode asks(String to) {
    var answer =
        choose.call(
            request()
                .as(ongoing())
                .json(
                    to.isEmpty()
                        ? Map.of("reason", "caller asked for a person")
                        : Map.of("reason", "caller asked", "to", to)));
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private TestResponse redirects(String reason) {
    return redirects(ongoing(), reason);
  }

  private TestResponse redirects(OngoingCall call, String reason) {
    return redirect.call(request().as(call).json(Map.of("reason", reason)));
  }

  /** The TwiML that Twilio was last told by REST. */
  private Twiml told() {
    var update = twilio.updates().getLast();
    assertThat(update)
        .containsEntry(
            "path", "/2010-04-01/Accounts/%s/Calls/%s.json".formatted(TwilioPost.ACCOUNT, CALL))
        .containsOnlyKeys("path", "Twiml");
    return Twiml.parse(update.getOrDefault("Twiml", ""));
  }

  /** A caller for whom Dana is being rung. */
  private Twiml danaIsRung() {
    talking();
    asks("");
    assertThat(redirects("TRANSFER").status()).isEqualTo(202);
    return told();
  }

  private void assertEnded(String to, String outcome) {
    assertThat(announced("CallTransferEnded"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("to").asText()).isEqualTo(to);
              assertThat(event.path("outcome").asText()).isEqualTo(outcome);
              assertThat(event.path("call").asText()).isEqualTo(ongoing().call().toString());
            });
  }

  @Nested
  class Given_a_caller_who_asks_for_a_person {

    @ParameterizedTest
    @CsvSource({
      "'',Dana Bright",
      "a person,Dana Bright",
      "Ana,Ana Silva",
      "ANA SILVA,Ana Silva",
      "Ms. Sílva please,Ana Silva",
      "Doctor Bright,Dana Bright",
      "Jim,Dana Bright",
      "A,Dana Bright",
      "\uD83D\uDE00,Dana Bright"
    })
    void then_it_is_the_one_named_or_else_the_first(String to, String expected) {
      talking();

      var told = asks(to);

      assertThat(told.path("ok").asBoolean()).isTrue();
      assertThat(told.path("transferring").asBoolean()).isTrue();
      assertThat(told.path("to").asText()).isEqualTo(expected);
      assertThat(told.has("reason")).isFalse();
    }

    @Test
    void then_nobody_is_rung_before_the_assistant_has_said_so() {
      talking();
      asks("");

      assertThat(twilio.updates()).isEmpty();
      assertThat(announced("CallTransferStarted")).isEmpty();
    }

    @Test
    void when_the_business_lists_nobody_then_nobody_is_available() {
      sql("delete from transfer_targets");
      talking();

      var told = asks("Dana");

      assertThat(told.path("transferring").asBoolean()).isFalse();
      assertThat(told.path("reason").asText()).isEqualTo("nobody is available");
      assertThat(told.has("to")).isFalse();
    }

    @Test
    void when_one_did_not_answer_then_the_next_is_asked_and_then_nobody() {
      dialEnds(danaIsRung().transfer(), "no-answer");

      assertThat(asks("Dana").path("reason").asText()).isEqualTo("Dana Bright does not answer");
      assertThat(asks("").path("to").asText()).isEqualTo("Ana Silva");
      redirects("TRANSFER");
      dialEnds(told().transfer(), "busy");
      assertThat(asks("").path("reason").asText()).isEqualTo("nobody is available");
    }

    @Test
    void when_a_tool_call_is_repeated_with_its_key_then_it_is_chosen_once() {
      talking();
      var asked =
          request()
              .as(ongoing())
              .header("idempotency-key", "call_12345678")
              .json(Map.of("reason", "caller asked"));

      var first = choose.call(asked);
      var second = choose.call(asked);

      assertThat(second.json()).isEqualTo(first.json());
      assertThat(rows("select * from call_transfers")).hasSize(1);
    }
  }

  @Nested
  class Given_a_person_who_was_chosen {

    @Test
    void when_the_bridge_redirects_the_call_then_Twilio_rings_them_and_it_is_announced() {
      var twiml = danaIsRung();

      twiml.is(
          """
          <Response>
            <Dial answerOnBridge="true" timeout="20" callerId="%s"
                action="https://phone.example.com/api/twilio/after-dial?transfer=%s#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500">
              <Number statusCallbackEvent="answered completed"
                  statusCallback="https://phone.example.com/api/twilio/status#rc=3&amp;rp=ct,rt,5xx&amp;rt=3500">%s</Number>
            </Dial>
          </Response>
          """
              .formatted(ACME_NUMBER, twiml.transfer(), DANA));
      assertThat(announced("CallTransferStarted"))
          .singleElement()
          .satisfies(event -> assertThat(event.path("to").asText()).isEqualTo("Dana Bright"));
    }

    @Test
    void when_the_bridge_asks_again_then_the_ringing_is_not_disturbed() {
      danaIsRung();

      assertThat(redirects("TRANSFER").status()).isEqualTo(202);

      assertThat(twilio.updates()).hasSize(1);
      assertThat(announced("CallTransferStarted")).hasSize(1);
    }

    @Test
    void when_the_bridge_asks_twice_at_once_then_Twilio_is_told_once() throws Exception {
      talking();
      asks("");

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = threads.submit(() -> redirects("TRANSFER"));
        var second = threads.submit(() -> redirects("TRANSFER"));
        assertThat(first.get().status()).isEqualTo(202);
        assertThat(second.get().status()).isEqualTo(202);
      }

      assertThat(twilio.updates()).hasSize(1);
    }

    @Test
    void when_Twilio_could_not_be_told_then_it_is_told_when_the_bridge_asks_again() {
      talking();
      asks("Ana");
      twilio.fails(429, 20429);
      redirects("TRANSFER");
      twilio.reset();

      assertThat(redirects("TRANSFER").status()).isEqualTo(202);

      assertThat(twilio.updates()).hasSize(1);
      assertThat(told().numbers()).containsExactly(ANA);
    }

    @Test
    void when_Twilio_asks_after_the_stream_then_the_same_person_is_rung() {
      var talking = talking();
      asks("Ana");
      redirects("TRANSFER");

      streamEnds(talking.session()).is(told().text());
    }

    @ParameterizedTest
    @CsvSource({"429,20429", "500,20500", "503,0"})
    void when_Twilio_cannot_be_told_then_it_learns_it_when_the_stream_ends(int status, int code) {
      var talking = talking();
      asks("Ana");
      twilio.fails(status, code);

      var answer = redirects("TRANSFER");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("UNAVAILABLE");
      assertThat(twilio.updates()).hasSize(3);
      assertThat(streamEnds(talking.session()).numbers()).containsExactly(ANA);
      assertThat(announced("CallTransferEnded")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404,20404", "400,21220"})
    void when_the_caller_is_gone_then_that_is_no_failure_of_ours(int status, int code) {
      talking();
      asks("Ana");
      twilio.fails(status, code);

      assertThat(redirects("TRANSFER").status()).isEqualTo(202);

      assertThat(twilio.updates()).hasSize(1);
      assertEnded("Ana Silva", "FAILED");
    }

    @Test
    void when_Twilio_refuses_then_the_assistant_gets_the_caller_back_with_the_stream() {
      var talking = talking();
      asks("Ana");
      twilio.fails(400, 21205);

      assertThat(redirects("TRANSFER").status()).isEqualTo(503);

      assertEnded("Ana Silva", "FAILED");
      assertThat(streamEnds(talking.session()).verbs()).containsExactly("Connect");
    }

    @Test
    void when_our_account_was_revoked_then_it_is_asked_once() {
      talking();
      asks("Ana");
      twilio.fails(401, 20003);

      assertThat(redirects("TRANSFER").status()).isEqualTo(503);
      assertThat(twilio.updates()).hasSize(1);
    }

    @Test
    void when_the_call_is_over_then_Twilio_is_not_asked() {
      talking();
      asks("Ana");
      callEnds();

      assertThat(redirects("TRANSFER").status()).isEqualTo(202);
      assertThat(twilio.updates()).isEmpty();
    }
  }

  @Test
  void given_that_nobody_was_chosen_then_a_redirect_is_refused() {
    talking();

    var answer = redirects("TRANSFER");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("CONFLICT");
    assertThat(twilio.updates()).isEmpty();
  }

  @Nested
  class Given_a_person_who_is_rung {

    @Test
    void when_they_talk_with_the_caller_then_the_call_ends_with_them() {
      var transfer = danaIsRung().transfer();

      dialEnds(transfer, "completed").is(HANG_UP);

      assertEnded("Dana Bright", "ANSWERED");
    }

    @ParameterizedTest
    @CsvSource({
      "busy,BUSY,whose line was busy",
      "no-answer,NO_ANSWER,who did not answer",
      "failed,FAILED,who could not be reached",
      "canceled,NO_ANSWER,who did not answer",
      "dreaming,NO_ANSWER,who did not answer"
    })
    void when_they_do_not_then_the_assistant_has_the_caller_again_and_knows_why(
        String status, String outcome, String why) {
      var back = dialEnds(danaIsRung().transfer(), status);

      assertThat(back.verbs()).containsExactly("Connect");
      assertEnded("Dana Bright", outcome);
      var told = talking(back.session(), back.token()).told();
      assertThat(told.path("resumed").asBoolean()).isTrue();
      assertThat(told.path("context").asText())
          .endsWith("You put them through to Dana Bright, " + why + ".");
      assertThat(told.path("snapshot").path("resumedGreeting").asText())
          .isEqualTo("Nobody could take the call at Acme");
    }

    @Test
    void when_they_answered_and_were_not_connected_then_that_is_no_answer() {
      var transfer = danaIsRung().transfer();

      var back =
          Twiml.of(
              afterDial.call(dialEnd(transfer, "completed").with("DialBridged", "false").signed()));

      assertThat(back.verbs()).containsExactly("Connect");
      assertEnded("Dana Bright", "NO_ANSWER");
    }

    @Test
    void when_it_is_told_again_then_the_stream_is_the_same_and_either_answer_opens_it() {
      var transfer = danaIsRung().transfer();
      var first = dialEnds(transfer, "no-answer");

      var second = dialEnds(transfer, "no-answer");

      assertThat(second.session()).isEqualTo(first.session());
      assertThat(exchange.call(stream(first.token()).request()).status()).isEqualTo(201);
      assertThat(exchange.call(stream(second.token()).opening(OTHER_STREAM).request()).status())
          .isEqualTo(401);
      assertEnded("Dana Bright", "NO_ANSWER");
    }

    @Test
    void when_it_is_told_again_after_the_next_stream_began_then_that_one_goes_on() {
      var transfer = danaIsRung().transfer();
      var back = dialEnds(transfer, "no-answer");
      talking(back.session(), back.token());
      var before = rows("select id, closed_at from bridge_sessions order by id");

      dialEnds(transfer, "no-answer").is(HANG_UP);

      assertThat(rows("select id, closed_at from bridge_sessions order by id")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"completed,no-answer,ANSWERED", "no-answer,completed,NO_ANSWER"})
    void when_it_is_told_again_and_otherwise_then_the_first_counts(
        String first, String second, String outcome) {
      var transfer = danaIsRung().transfer();
      dialEnds(transfer, first);

      dialEnds(transfer, second);

      assertEnded("Dana Bright", outcome);
    }

    @Test
    void when_the_end_of_the_call_was_told_before_then_the_outcome_is_noted_all_the_same() {
      var transfer = danaIsRung().transfer();
      callEnds();

      dialEnds(transfer, "completed").is(HANG_UP);

      assertEnded("Dana Bright", "ANSWERED");
    }

    @Test
    void when_the_caller_hung_up_while_it_rang_then_no_stream_is_waited_for() {
      var transfer = danaIsRung().transfer();
      callEnds();

      dialEnds(transfer, "canceled").is(HANG_UP);

      assertThat(rows("select * from bridge_sessions")).hasSize(1);
    }

    @Test
    void when_the_stream_is_lost_after_that_then_the_assistant_is_called_back_once() {
      var back = dialEnds(danaIsRung().transfer(), "no-answer");
      talking(back.session(), back.token());

      var lost = streamEnds(back.session());

      assertThat(lost.verbs()).containsExactly("Connect");
      talking(lost.session(), lost.token());
      assertThat(streamEnds(lost.session()).verbs()).containsExactly("Dial");
    }

    @Test
    void when_another_transfer_is_named_then_nothing_changes() {
      danaIsRung();

      dialEnds(TimeOrderedUuid.next().toString(), "completed").is(HANG_UP);

      assertThat(announced("CallTransferEnded")).isEmpty();
    }

    @Test
    void when_another_business_tells_of_it_then_nothing_changes() {
      var transfer = danaIsRung().transfer();
      incomingCall.call(incoming(callSid(2), GLOBEX_NUMBER).signed());

      var post =
          incoming(callSid(2), GLOBEX_NUMBER)
              .to("after-dial?transfer=" + transfer)
              .with("DialCallStatus", "completed");
      Twiml.of(afterDial.call(post.signed())).is(HANG_UP);

      assertThat(announced("CallTransferEnded")).isEmpty();
    }

    @Test
    void when_Twilio_did_not_sign_it_then_it_is_refused_and_nothing_changes() {
      var transfer = danaIsRung().transfer();

      assertThat(afterDial.call(dialEnd(transfer, "completed").unsigned()).status()).isEqualTo(403);
      assertThat(
              afterDial
                  .call(
                      dialEnd(TimeOrderedUuid.next().toString(), "completed")
                          .signed()
                          .query("transfer", transfer))
                  .status())
          .isEqualTo(403);
      assertThat(announced("CallTransferEnded")).isEmpty();
    }
  }

  @Nested
  class Given_a_person_who_comes_to_the_phone {
    private static final String LEG = callSid(3);

    private void tells(String number, String status) {
      tells(leg(number, status));
    }

    private void tells(TwilioPost post) {
      assertThat(callStatus.call(post.signed()).status()).isEqualTo(204);
    }

    private static TwilioPost leg(String number, String status) {
      return TwilioPost.dialed(LEG, CALL, status).with("From", ACME_NUMBER).with("To", number);
    }

    private List<JsonNode> people() {
      return announced("CallAnswered").stream()
          .filter(event -> event.path("by").asText().equals("PERSON"))
          .toList();
    }

    @Test
    void then_it_is_announced_who_has_the_caller() {
      danaIsRung();

      tells(DANA, "in-progress");

      assertThat(people())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("person").asText()).isEqualTo("Dana Bright");
                assertThat(event.path("call").asText()).isEqualTo(ongoing().call().toString());
              });
      assertThat(rows("select distinct correlation_id from outbox where type = 'CallAnswered'"))
          .containsExactly(Map.of("correlation_id", ongoing().call().toString()));
    }

    @Test
    void when_several_are_rung_then_it_is_the_one_who_answers() {
      withoutAssistant(acme());
      rings();

      tells(ANA, "in-progress");

      assertThat(people())
          .singleElement()
          .satisfies(event -> assertThat(event.path("person").asText()).isEqualTo("Ana Silva"));
    }

    @Test
    void when_their_name_was_taken_off_the_list_since_then_it_is_the_one_that_was_rung() {
      danaIsRung();
      sql("delete from transfer_targets");

      tells(DANA, "in-progress");

      assertThat(people())
          .singleElement()
          .satisfies(event -> assertThat(event.path("person").asText()).isEqualTo("Dana Bright"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_it_is_told_again_and_in_another_order_then_it_is_announced_once(boolean inOrder) {
      danaIsRung();
      var end = leg(DANA, "completed").with("CallDuration", "20");

      tells(inOrder ? leg(DANA, "in-progress") : end);
      tells(inOrder ? end : leg(DANA, "in-progress"));
      tells(leg(DANA, "in-progress"));

      assertThat(people()).hasSize(1);
    }

    @Test
    void when_the_carriers_clock_counts_whole_seconds_then_nobody_answers_before_being_rung() {
      danaIsRung();

      tells(leg(DANA, "in-progress").with("Timestamp", "Sun, 22 Nov 2026 10:00:06 +0000"));

      assertThat(people().getFirst().path("occurredAt"))
          .isEqualTo(announced("CallTransferStarted").getFirst().path("occurredAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ringing", "busy", "no-answer", "canceled", "failed", "completed"})
    void when_they_only_were_rung_then_nothing_is_announced(String status) {
      danaIsRung();

      tells(DANA, status);

      assertThat(people()).isEmpty();
    }

    @Test
    void when_somebody_answers_whom_we_did_not_ring_then_nothing_is_announced() {
      talking();
      asks("Dana");

      tells(DANA, "in-progress");
      tells(leg(ANA, "in-progress").with("CallSid", callSid(4)));

      assertThat(people()).isEmpty();
    }

    @Test
    void when_Twilio_did_not_sign_it_then_nothing_is_announced() {
      danaIsRung();

      assertThat(callStatus.call(leg(DANA, "in-progress").unsigned()).status()).isEqualTo(403);
      assertThat(people()).isEmpty();
    }
  }

  @Nested
  class Given_an_assistant_that_cannot_go_on {

    @Test
    void then_the_first_person_is_rung_and_after_that_a_message_is_taken() {
      talking();

      assertThat(redirects("MODEL_FAILED").status()).isEqualTo(202);

      assertThat(told().numbers()).containsExactly(DANA);
      assertThat(dialEnds(told().transfer(), "no-answer").verbs())
          .containsExactly("Say", "Record", "Say", "Hangup");
      assertEnded("Dana Bright", "NO_ANSWER");
    }

    @Test
    void when_the_person_answers_then_the_call_ends_with_them() {
      talking();
      redirects("MODEL_FAILED");

      dialEnds(told().transfer(), "completed").is(HANG_UP);

      assertEnded("Dana Bright", "ANSWERED");
    }

    @Test
    void when_there_is_nobody_to_ring_then_the_caller_may_leave_a_message() {
      sql("delete from transfer_targets");
      talking();

      assertThat(redirects("MODEL_FAILED").status()).isEqualTo(202);

      assertThat(told().verbs()).containsExactly("Say", "Record", "Say", "Hangup");
      assertThat(announced("CallTransferStarted")).isEmpty();
    }

    @Test
    void when_the_bridge_asks_again_then_the_ringing_is_not_disturbed() {
      talking();
      redirects("MODEL_FAILED");

      assertThat(redirects("MODEL_FAILED").status()).isEqualTo(202);

      assertThat(twilio.updates()).hasSize(1);
      assertThat(announced("CallTransferStarted")).hasSize(1);
    }

    @Test
    void when_the_bridge_asks_again_after_the_ringing_then_the_message_is_not_cut_off() {
      talking();
      redirects("MODEL_FAILED");
      dialEnds(told().transfer(), "no-answer");

      assertThat(redirects("MODEL_FAILED").status()).isEqualTo(202);

      assertThat(twilio.updates()).hasSize(1);
    }
  }

  @Nested
  class Given_a_caller_of_a_business_without_an_assistant {

    @Test
    void when_nobody_answers_then_the_caller_may_leave_a_message() {
      withoutAssistant(acme());
      var rung = rings();

      assertThat(dialEnds(rung.transfer(), "no-answer").verbs())
          .containsExactly("Say", "Record", "Say", "Hangup");
      assertThat(dialEnds(rung.transfer(), "no-answer").verbs())
          .containsExactly("Say", "Record", "Say", "Hangup");
      assertEnded("Dana Bright or Ana Silva", "NO_ANSWER");
    }
  }

  @Nested
  class Given_somebody_who_is_not_that_call {

    @Test
    void when_a_member_of_the_business_asks_then_it_is_forbidden() {
      talking();

      var chosen = choose.call(request().as(acme().owner()).json(Map.of("reason", "x")));
      var redirected =
          redirect.call(request().as(acme().owner()).json(Map.of("reason", "MODEL_FAILED")));

      assertThat(chosen.status()).isEqualTo(403);
      assertThat(redirected.status()).isEqualTo(403);
      assertThat(rows("select * from call_transfers")).isEmpty();
    }

    @Test
    void when_nobody_asks_then_it_is_unauthenticated() {
      assertThat(choose.call(request().json(Map.of("reason", "x"))).status()).isEqualTo(401);
      assertThat(redirect.call(request().json(Map.of("reason", "TRANSFER"))).status())
          .isEqualTo(401);
    }

    @Test
    void when_a_call_of_another_business_asks_then_it_has_people_and_calls_of_its_own() {
      talking();
      var call = ongoing().call();
      asks("Dana");
      var foreign = globex().ongoing(call);

      var chosen = choose.call(request().as(foreign).json(Map.of("reason", "x", "to", "Dana")));
      var redirected = redirects(foreign, "TRANSFER");

      assertThat(chosen.json().path("transferring").asBoolean()).isFalse();
      assertThat(redirected.status()).isEqualTo(404);
      assertThat(twilio.updates()).isEmpty();
    }

    @Test
    void when_the_call_is_not_known_then_there_is_none() {
      assertThat(redirects(acme().ongoing(CallId.create()), "MODEL_FAILED").status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\": \"\"}",
        "{\"reason\": 5}",
        "{\"reason\": \"x\", \"to\": \"\"}",
        "{\"reason\": \"x\", \"to\": \"\\u0000\"}",
        "[]"
      })
  void given_arguments_that_are_not_of_the_documented_form_then_they_are_refused(String body) {
    talking();

    assertThat(choose.call(request().as(ongoing()).json(body)).status()).isEqualTo(400);
  }
}
