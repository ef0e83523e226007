package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.speech.Clips;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What callers key in, say and leave. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class GatherAndRecordTest {
  private static final String INCOMING = "/api/twilio/incoming";

  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
    product.answers("/done", "<Hangup/>");
    product.answers("/next", "<Hangup/>");
    product.answers("/recorded", "");
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void keys_are_gathered_until_there_are_enough() throws Exception {
    product.answers(INCOMING, "<Gather numDigits='3' action='/done'><Say>Your code</Say></Gather>");

    twilio.ring("[{\"press\":\"1234\"},{\"wait\":60000}]");

    assertThat(product.awaitTold("/done").form()).containsEntry("Digits", "123");
  }

  @Test
  void the_finishing_key_ends_them_and_is_none_of_them() throws Exception {
    product.answers(INCOMING, "<Gather action='/done'/>");

    twilio.ring("[{\"press\":\"12#\"},{\"wait\":60000}]");

    assertThat(product.awaitTold("/done").form()).containsEntry("Digits", "12");
  }

  @Test
  void without_a_key_the_next_verb_runs() throws Exception {
    product.answers(INCOMING, "<Gather timeout='1' action='/done'/><Redirect>/next</Redirect>");

    twilio.ring("[{\"wait\":60000}]");

    product.awaitTold("/next");
    assertThat(product.told("/done")).isEmpty();
  }

  @Test
  void speech_is_gathered_as_text() throws Exception {
    product.answers(INCOMING, "<Gather input='speech' action='/done'/>");

    twilio.ring("[{\"wait\":300},{\"say\":\"ask-parking\"},{\"wait\":60000}]");

    assertThat(product.awaitTold("/done").form())
        .containsEntry("SpeechResult", "Do you have parking?")
        .containsKey("Confidence");
  }

  @Test
  void a_message_is_recorded_until_the_caller_is_quiet() throws Exception {
    product.answers(
        INCOMING, "<Record action='/done' timeout='1' recordingStatusCallback='/recorded'/>");

    var callSid =
        twilio.ring("[{\"listen\":{\"quiet\":300}},{\"say\":\"hello\"},{\"wait\":60000}]");

    var done = product.awaitTold("/done").form();
    assertThat(done).containsEntry("RecordingDuration", "2").containsEntry("Digits", "");
    var recorded = product.awaitTold("/recorded").form();
    assertThat(recorded)
        .containsEntry("CallSid", callSid)
        .containsEntry("RecordingSource", "RecordVerb")
        .containsEntry("RecordingStatus", "completed")
        .containsEntry("RecordingUrl", String.valueOf(done.get("RecordingUrl")))
        .containsKeys("RecordingSid", "RecordingStartTime", "RecordingChannels");
    var wav = fetch(String.valueOf(done.get("RecordingUrl")) + ".wav");
    assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(
            Clips.bundled().recognise(Arrays.copyOfRange(wav, 58, wav.length)).orElseThrow().id())
        .isEqualTo("hello");
  }

  @Test
  void a_key_ends_a_recording() throws Exception {
    product.answers(INCOMING, "<Record action='/done' finishOnKey='#'/>");

    twilio.ring(
        "[{\"listen\":{\"quiet\":300}},{\"say\":\"hello\"},{\"press\":\"1#\"},{\"wait\":60000}]");

    assertThat(product.awaitTold("/done").form()).containsEntry("Digits", "#");
  }

  @Test
  void a_caller_who_hangs_up_leaves_what_was_said() throws Exception {
    product.answers(INCOMING, "<Record action='/done' recordingStatusCallback='/recorded'/>");

    var callSid = twilio.ring("[{\"listen\":{\"quiet\":300}},{\"say\":\"hello\"},\"hang-up\"]");

    assertThat(product.awaitTold("/done").form())
        .containsEntry("Digits", "hangup")
        .containsEntry("CallStatus", "completed");
    product.awaitTold("/recorded");
    twilio.awaitReported(callSid);
    assertThat(twilio.timeline(callSid, "verb")).hasSize(1);
  }

  @Test
  void nothing_said_is_no_recording_and_the_next_verb_runs() throws Exception {
    product.answers(INCOMING, "<Record action='/done' timeout='1'/><Redirect>/next</Redirect>");

    twilio.ring("[{\"wait\":60000}]");

    product.awaitTold("/next");
    assertThat(product.told("/done")).isEmpty();
  }

  @Test
  void a_queue_plays_its_document_until_it_says_leave() throws Exception {
    product.answers(INCOMING, "<Enqueue waitUrl='/wait' action='/done'>support</Enqueue>");
    product.answers("/wait", FakeProduct.Reply.twiml(""), FakeProduct.Reply.twiml("<Leave/>"));

    twilio.ring("[{\"wait\":60000}]");

    assertThat(product.awaitTold("/done").form()).containsEntry("QueueResult", "leave");
    assertThat(product.told("/wait")).hasSize(2);
    assertThat(product.told("/wait").getFirst().form())
        .containsEntry("QueuePosition", "1")
        .containsKeys("QueueSid", "QueueTime", "MaxQueueSize");
  }

  private static byte[] fetch(String url) throws Exception {
    var credentials = StandIn.ACCOUNT.accountSid() + ":" + StandIn.ACCOUNT.authToken();
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header(
                "authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray()).body();
    }
  }
}
