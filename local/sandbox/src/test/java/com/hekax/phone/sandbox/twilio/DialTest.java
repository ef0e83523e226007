package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.twilio.FakeProduct.Told;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A caller who is put through to somebody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class DialTest {
  private static final String INCOMING = "/api/twilio/incoming";
  private static final String AFTER = "/after-dial";
  private static final String LEG = "/leg";
  private static final String DANA = "+14155550140";
  private static final String WAIT = "[{\"wait\":60000}]";

  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
    product.answers(AFTER, "<Hangup/>");
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void who_answers_hears_the_caller_and_is_heard() throws Exception {
    dials("<Number>%s</Number>".formatted(DANA));
    twilio.phone(
        DANA, "{\"answers\":true,\"says\":\"colleague-hello\",\"hangsUpAfterMillis\":3500}");

    var callSid =
        twilio.ring("[{\"listen\":{\"quiet\":600}},{\"say\":\"ask-parking\"},{\"wait\":60000}]");

    var after = product.awaitTold(AFTER).form();
    assertThat(after)
        .containsEntry("DialCallStatus", "completed")
        .containsEntry("DialBridged", "true")
        .containsEntry("CallSid", callSid);
    assertThat(Integer.parseInt(Objects.requireNonNull(after.get("DialCallDuration"))))
        .isBetween(4, 9);
    assertThat(after.get("DialCallSid")).matches("CA[0-9a-f]{32}").isNotEqualTo(callSid);
    twilio.awaitReported(callSid);
    assertThat(twilio.timeline(callSid, "heard"))
        .extracting(one -> one.path("by").asText() + " " + one.path("clip").asText())
        .containsExactly("caller colleague-hello", "called ask-parking");
    assertThat(twilio.timeline(callSid, "heard"))
        .extracting(one -> one.path("voice").asText())
        .containsExactly("colleague", "caller");
  }

  @Test
  void a_telephone_is_told_as_it_was_set_so_that_it_can_be_set_back() throws Exception {
    assertThat(twilio.phone(DANA)).isEqualTo("{\"answers\":false}");

    twilio.phone(DANA, "{\"answers\":true,\"says\":\"colleague-hello\"}");
    assertThat(twilio.phone(DANA)).isEqualTo("{\"answers\":true,\"says\":\"colleague-hello\"}");
  }

  @Test
  void a_leg_tells_each_step_it_takes() throws Exception {
    dials(number("initiated ringing answered completed"));
    twilio.phone(DANA, "{\"answers\":true,\"afterMillis\":300,\"hangsUpAfterMillis\":300}");

    var callSid = twilio.ring(WAIT);
    twilio.awaitReported(callSid);

    var legSid = product.awaitTold(AFTER).form().get("DialCallSid");
    Until.found("the end of the leg", () -> product.told(LEG).stream().skip(3).findFirst());
    assertThat(product.told(LEG))
        .extracting(one -> one.form().get("SequenceNumber") + one.form().get("CallStatus"))
        .containsExactly("0initiated", "1ringing", "2in-progress", "3completed");
    assertThat(product.told(LEG))
        .allSatisfy(
            one ->
                assertThat(one.form())
                    .containsEntry("CallSid", String.valueOf(legSid))
                    .containsEntry("ParentCallSid", callSid)
                    .containsEntry("Direction", "outbound-dial")
                    .containsEntry("CallbackSource", "call-progress-events")
                    .containsEntry("To", DANA))
        .extracting(Told::signature)
        .isEqualTo(
            product.told(LEG).stream()
                .map(one -> product.signature(StandIn.ACCOUNT, one))
                .toList());
  }

  @Test
  void the_steps_of_a_leg_arrive_in_reverse_when_told() throws Exception {
    dials(number("initiated ringing answered completed"));
    twilio.phone(DANA, "{\"answers\":true,\"hangsUpAfterMillis\":100}");

    twilio.ring(WAIT, ",\"order\":\"reversed\"");

    Until.found("the end of the leg", () -> product.told(LEG).stream().skip(3).findFirst());
    assertThat(product.told(LEG))
        .extracting(one -> one.form().get("SequenceNumber"))
        .containsExactly("3", "2", "1", "0");
  }

  @Test
  void nobody_answers_unless_told_to() throws Exception {
    product.answers(
        INCOMING,
        "<Dial timeout='5' answerOnBridge='true' action='%s'>%s</Dial>"
            .formatted(AFTER, number("completed")));

    var callSid = twilio.ring(WAIT);

    var after = product.awaitTold(AFTER).form();
    assertThat(after)
        .containsEntry("DialCallStatus", "no-answer")
        .containsEntry("DialBridged", "false")
        // The caller heard it ring all the time.
        .containsEntry("CallStatus", "ringing")
        .doesNotContainKey("DialCallDuration");
    var legs = twilio.timeline(callSid, "ended");
    assertThat(legs.getFirst().path("status").asText()).isEqualTo("no-answer");
    // Five seconds, and five that Twilio adds.
    assertThat(legs.getFirst().path("atMillis").asLong()).isBetween(10_000L, 11_500L);
  }

  @Test
  void a_busy_line_is_told_as_such() throws Exception {
    dials(number("completed"));
    twilio.phone(DANA, "{\"busy\":true}");

    twilio.ring(WAIT);

    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialCallStatus", "busy");
    assertThat(product.awaitTold(LEG).form()).containsEntry("CallStatus", "busy");
  }

  @Test
  void the_first_to_answer_gets_the_call_and_the_others_are_canceled() throws Exception {
    var other = "+14155550141";
    dials("<Number statusCallback='%s'>%s</Number><Number>%s</Number>".formatted(LEG, other, DANA));
    twilio.phone(DANA, "{\"answers\":true,\"afterMillis\":400,\"hangsUpAfterMillis\":400}");
    twilio.phone(other, "{\"answers\":true,\"afterMillis\":4000}");

    var callSid = twilio.ring(WAIT);

    assertThat(product.awaitTold(LEG).form())
        .containsEntry("CallStatus", "canceled")
        .containsEntry("To", other);
    assertThat(product.awaitTold(AFTER).form())
        .containsEntry("DialCallStatus", "completed")
        .doesNotContainKey("DialCallSid");
    // While the two talked, not after it.
    assertThat(twilio.timeline(callSid, "ended"))
        .extracting(one -> one.path("status").asText())
        .startsWith("canceled", "completed");
  }

  @Test
  void one_after_the_other_when_sequential() throws Exception {
    var other = "+14155550141";
    product.answers(
        INCOMING,
        "<Dial sequential='true' action='%s'><Number>%s</Number><Number>%s</Number></Dial>"
            .formatted(AFTER, other, DANA));
    twilio.phone(other, "{\"answers\":false,\"afterMillis\":300}");
    twilio.phone(DANA, "{\"answers\":true,\"hangsUpAfterMillis\":200}");

    var callSid = twilio.ring(WAIT);

    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialCallStatus", "completed");
    assertThat(
            twilio.timeline(callSid, "ended").stream()
                .map(one -> one.path("status").asText())
                .limit(2))
        .containsExactly("no-answer", "completed");
  }

  @Test
  void a_screened_leg_is_put_through_when_it_accepts() throws Exception {
    dials("<Number url='/screen'>%s</Number>".formatted(DANA));
    product.answers(
        "/screen",
        "<Gather numDigits='1' timeout='3' action='/accept'><Say>Press 1</Say></Gather><Hangup/>");
    product.answers("/accept", "");
    twilio.phone(DANA, "{\"answers\":true,\"presses\":\"1\",\"hangsUpAfterMillis\":1200}");

    var callSid = twilio.ring(WAIT);

    assertThat(product.awaitTold("/accept").form())
        .containsEntry("Digits", "1")
        .containsEntry("ParentCallSid", callSid);
    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialBridged", "true");
  }

  @Test
  void a_screened_leg_that_declines_is_not_bridged() throws Exception {
    dials("<Number url='/screen'>%s</Number>".formatted(DANA));
    product.answers("/screen", "<Hangup/>");
    twilio.phone(DANA, "{\"answers\":true}");

    twilio.ring(WAIT);

    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialBridged", "false");
  }

  @Test
  void a_client_is_rung_by_its_identity() throws Exception {
    dials("<Client><Identity>u_7f3a</Identity></Client>");
    twilio.phone("client:u_7f3a", "{\"answers\":true,\"hangsUpAfterMillis\":200}");

    twilio.ring(WAIT);

    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialCallStatus", "completed");
  }

  @Test
  void a_caller_who_hangs_up_first_cancels_the_dialing() throws Exception {
    dials(number("completed"));

    var callSid = twilio.ring("[{\"wait\":400},\"hang-up\"]");

    twilio.awaitReported(callSid);
    assertThat(product.awaitTold(LEG).form()).containsEntry("CallStatus", "canceled");
    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialCallStatus", "canceled");
  }

  @Test
  void a_caller_who_hangs_up_ends_the_other_leg_too() throws Exception {
    dials(number("completed"));
    twilio.phone(DANA, "{\"answers\":true}");

    twilio.ring("[{\"wait\":600},\"hang-up\"]");

    assertThat(product.awaitTold(LEG).form()).containsEntry("CallStatus", "completed");
  }

  @Test
  void the_leg_of_who_was_called_can_be_redirected_and_the_caller_goes_on() throws Exception {
    dials(number("answered"));
    product.answers("/elsewhere", "<Pause length='1'/>");
    twilio.phone(DANA, "{\"answers\":true}");
    var callSid = twilio.ring(WAIT);
    twilio.awaitEntry(callSid, "bridged");
    var legSid = product.awaitTold(LEG).form().get("CallSid");

    twilio.rest(
        "POST", "/Calls/" + legSid + ".json", Map.of("Url", product.address() + "/elsewhere"));

    assertThat(product.awaitTold("/elsewhere").form())
        .containsEntry("CallSid", String.valueOf(legSid));
    assertThat(product.awaitTold(AFTER).form()).containsEntry("DialBridged", "true");
    twilio.awaitReported(callSid);
  }

  @Test
  void a_dialed_call_is_recorded_when_told() throws Exception {
    product.answers(
        INCOMING,
        "<Dial record='record-from-answer' recordingStatusCallback='/recorded' action='%s'>%s</Dial>"
            .formatted(AFTER, number("completed")));
    twilio.phone(
        DANA, "{\"answers\":true,\"says\":\"colleague-goodbye\",\"hangsUpAfterMillis\":100}");

    var callSid = twilio.ring(WAIT);

    var recorded = product.awaitTold("/recorded").form();
    assertThat(recorded)
        .containsEntry("CallSid", callSid)
        .containsEntry("RecordingStatus", "completed")
        .containsEntry("RecordingSource", "DialVerb");
    assertThat(product.awaitTold(AFTER).form())
        .containsEntry("RecordingUrl", String.valueOf(recorded.get("RecordingUrl")));
  }

  private void dials(String nouns) {
    product.answers(INCOMING, "<Dial action='%s'>%s</Dial>".formatted(AFTER, nouns));
  }

  private static String number(String events) {
    return "<Number statusCallback='%s' statusCallbackEvent='%s'>%s</Number>"
        .formatted(LEG, events, DANA);
  }
}
