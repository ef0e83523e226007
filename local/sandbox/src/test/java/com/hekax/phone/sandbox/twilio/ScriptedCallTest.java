package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.Ear;
import com.hekax.phone.sandbox.speech.Heard;
import com.hekax.phone.sandbox.speech.Hearing;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** People with scripts in front of an assistant that answers by the book. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class ScriptedCallTest {
  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
    product.answers(
        "/api/twilio/incoming",
        "<Connect><Stream url=\"%s\"/></Connect>".formatted(product.mediaUrl()));
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void a_new_lead_takes_turns_with_the_assistant_until_it_hangs_up() throws Exception {
    var answer =
        twilio.post("/twilio/calls", "{\"to\":\"+14155550100\",\"script\":\"new-lead\"}").body();
    var callSid = answer.replaceAll(".*\"(CA[0-9a-f]+)\".*", "$1");
    var bridge = product.awaitStream();
    bridge.say("greeting-bright-dental");

    answer(bridge, "new-lead-need", "ask-name");
    answer(bridge, "new-lead-name", "ask-number");
    answer(bridge, "new-lead-number-yes", "lead-noted");
    answer(bridge, "ask-parking", "parking-yes");
    answer(bridge, "goodbye", "goodbye-reply");
    bridge.mark("goodbye");
    bridge.await("mark");
    twilio.rest("POST", "/Calls/" + callSid + ".json", Map.of("Status", "completed"));

    assertThat(twilio.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
    assertThat(dialogue(callSid))
        .containsExactly(
            "heard greeting-bright-dental",
            "said new-lead-need",
            "heard ask-name",
            "said new-lead-name",
            "heard ask-number",
            "said new-lead-number-yes",
            "heard lead-noted",
            "said ask-parking",
            "heard parking-yes",
            "said goodbye");
    assertThat(twilio.timeline(callSid, "heard").getFirst().path("text").asText())
        .startsWith("Thank you for calling Bright Dental");
  }

  @Test
  void asked_again_the_caller_says_it_once_more_and_only_once() throws Exception {
    var callSid =
        twilio.ring(
            """
            [{"listen":{"quiet":600}},{"say":"ask-parking"},
             {"listen":{"quiet":600,"atMost":15000}},"hang-up"]
            """);
    var bridge = product.awaitStream();
    bridge.say("greeting");

    answer(bridge, "ask-parking", "not-understood");
    answer(bridge, "ask-parking", "still-there");

    twilio.awaitReported(callSid);
    assertThat(dialogue(callSid))
        .containsExactly(
            "heard greeting",
            "said ask-parking",
            "heard not-understood",
            "said ask-parking",
            "heard still-there");
  }

  @Test
  void speech_that_is_no_clip_is_heard_but_not_understood() throws Exception {
    var callSid = twilio.ring("[{\"listen\":{\"quiet\":600}},\"hang-up\"]");
    var bridge = product.awaitStream();

    bridge.hum(900);

    twilio.awaitReported(callSid);
    var heard = twilio.timeline(callSid, "heard").getFirst();
    assertThat(heard.path("text").isNull()).isTrue();
    assertThat(heard.path("clip").isNull()).isTrue();
    assertThat(heard.path("millis").asLong()).isBetween(880L, 940L);
  }

  @Test
  void the_caller_waits_until_the_assistant_has_been_quiet_and_takes_the_turn() throws Exception {
    var callSid =
        twilio.ring("[{\"listen\":{\"quiet\":900}},{\"say\":\"hello\"},{\"wait\":60000}]");
    var bridge = product.awaitStream();

    bridge.hum(800);

    long said = twilio.awaitEntry(callSid, "said").path("atMillis").asLong();
    long began = twilio.timeline(callSid, "stream-started").getFirst().path("atMillis").asLong();
    assertThat(said - began).isBetween(1650L, 2300L);
  }

  @Test
  void an_assistant_that_never_speaks_is_not_waited_for_for_ever() throws Exception {
    var callSid =
        twilio.ring(
            "[{\"listen\":{\"quiet\":500,\"atMost\":800}},{\"say\":\"hello\"},\"hang-up\"]");

    twilio.awaitReported(callSid);

    assertThat(dialogue(callSid)).containsExactly("said hello");
  }

  @Test
  void an_interruption_comes_while_the_assistant_speaks() throws Exception {
    var callSid =
        twilio.ring(
            "[{\"interrupt\":{\"say\":\"wait-wait\",\"after\":800}},{\"wait\":300},\"hang-up\"]");
    var bridge = product.awaitStream();
    bridge.hum(6000);
    twilio.awaitEntry(callSid, "said");
    bridge.clear();

    twilio.awaitReported(callSid);

    // Eight tenths of a second after the beginning was noticed.
    assertThat(twilio.timeline(callSid, "clear").getFirst().path("msPlayed").asLong())
        .isBetween(780L, 1500L);
    assertThat(dialogue(callSid)).first().isEqualTo("said wait-wait");
  }

  @Test
  void a_call_ends_when_its_time_is_over() throws Exception {
    var callSid = twilio.ring("[{\"wait\":60000}],\"limit\":700", "");

    var call = twilio.awaitReported(callSid);

    assertThat(call.path("status").asText()).isEqualTo("completed");
    assertThat(twilio.timeline(callSid, "hang-up").getFirst().path("by").asText())
        .isEqualTo("caller");
  }

  /** Waits for the caller to have said something and answers it. */
  private static void answer(FakeBridge bridge, String expected, String reply) {
    assertThat(turn(bridge)).as("before " + reply).isEqualTo(expected);
    bridge.say(reply);
  }

  /** The next thing the caller says, whole. */
  private static String turn(FakeBridge bridge) {
    var ear = new Ear(Hearing.DEFAULT);
    int frame = bridge.received("media").size();
    while (true) {
      var media = bridge.await("media", ++frame).message().path("media").path("payload");
      for (var heard : ear.hear(Base64.getDecoder().decode(media.asText()))) {
        if (heard instanceof Heard.SpeechStopped(_, var speech)) {
          return Clips.bundled().recognise(speech).map(Clip::id).orElse("something");
        }
      }
    }
  }

  private List<String> dialogue(String callSid) {
    return twilio
        .call(callSid)
        .path("timeline")
        .valueStream()
        .filter(entry -> entry.has("clip"))
        .map(entry -> entry.path("kind").asText() + " " + entry.path("clip").asText())
        .toList();
  }
}
