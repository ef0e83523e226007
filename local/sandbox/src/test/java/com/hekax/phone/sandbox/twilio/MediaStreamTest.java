package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.twilio.FakeBridge.Received;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is connected to a media server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class MediaStreamTest {
  private static final String WAIT = "[{\"wait\":60000}]";

  private FakeProduct product;
  private StandIn twilio;

  @BeforeEach
  void start() {
    product = new FakeProduct();
    twilio = new StandIn(product);
    product.answers("/api/twilio/incoming", connect(product.mediaUrl()));
    product.answers("/api/twilio/after-stream", "<Hangup/>");
  }

  @AfterEach
  void stop() {
    twilio.close();
    product.close();
  }

  @Test
  void it_is_opened_signed_and_begins_with_connected_and_start() throws Exception {
    var callSid = twilio.ring(WAIT);

    var bridge = product.awaitStream();
    bridge.await("media");
    assertThat(bridge.events().subList(0, 3)).containsExactly("connected", "start", "media");
    assertThat(bridge.signature())
        .isEqualTo(
            RequestSignature.of(
                StandIn.ACCOUNT.authToken(), URI.create(product.mediaUrl()), new TreeMap<>()));
    assertThat(bridge.await("connected").message().toString())
        .isEqualTo("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    var start = bridge.await("start").message();
    assertThat(start.path("sequenceNumber").isTextual()).isTrue();
    assertThat(start.path("sequenceNumber").asText()).isEqualTo("1");
    assertThat(start.path("streamSid").asText()).matches("MZ[0-9a-f]{32}");
    assertThat(start.path("start").path("callSid").asText()).isEqualTo(callSid);
    assertThat(start.path("start").path("accountSid").asText())
        .isEqualTo(StandIn.ACCOUNT.accountSid());
    assertThat(start.path("start").path("tracks").toString()).isEqualTo("[\"inbound\"]");
    assertThat(start.path("start").path("customParameters").toString())
        .isEqualTo("{\"token\":\"secret\"}");
    assertThat(start.path("start").path("mediaFormat").toString())
        .isEqualTo("{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}");
  }

  @Test
  void the_callers_voice_comes_in_real_time_with_numbers_that_are_strings() throws Exception {
    twilio.ring("[{\"wait\":100},{\"say\":\"hello\"},{\"wait\":60000}]");

    var bridge = product.awaitStream();
    var last = bridge.await("media", 101);
    var all = bridge.received("media").subList(0, 101);
    assertThat(all)
        .allSatisfy(
            one -> {
              var media = one.message().path("media");
              assertThat(one.message().path("sequenceNumber").isTextual()).isTrue();
              assertThat(media.path("chunk").isTextual()).isTrue();
              assertThat(media.path("timestamp").isTextual()).isTrue();
              assertThat(media.path("track").asText()).isEqualTo("inbound");
              assertThat(Base64.getDecoder().decode(media.path("payload").asText())).hasSize(160);
            });
    assertThat(all.get(100).message().path("media").path("chunk").asText()).isEqualTo("101");
    assertThat(all.get(100).message().path("media").path("timestamp").asText()).isEqualTo("2000");
    // A hundred frames of 20 ms, give or take what a busy machine does.
    assertThat(millis(all.getFirst(), last)).isBetween(1900L, 2300L);
    assertThat(Clips.bundled().recognise(bridge.heard()).orElseThrow().id()).isEqualTo("hello");
  }

  @Test
  void a_mark_comes_back_when_all_before_it_has_been_heard() throws Exception {
    twilio.ring(WAIT);
    var bridge = product.awaitStream();
    bridge.streamSid();

    long sent = System.nanoTime();
    bridge.hum(500);
    bridge.mark("first");
    bridge.hum(300);
    bridge.mark("second");

    assertThat((bridge.await("mark", 1).nanos() - sent) / 1_000_000).isBetween(480L, 700L);
    assertThat((bridge.await("mark", 2).nanos() - sent) / 1_000_000).isBetween(780L, 1000L);
    assertThat(names(bridge.received("mark"))).containsExactly("first", "second");
  }

  @Test
  void a_mark_comes_back_at_once_when_nothing_is_queued() throws Exception {
    twilio.ring(WAIT);
    var bridge = product.awaitStream();
    bridge.await("media", 3);

    long sent = System.nanoTime();
    bridge.mark("idle");

    assertThat((bridge.await("mark").nanos() - sent) / 1_000_000).isLessThan(100);
  }

  @Test
  void a_clear_stops_what_is_played_and_gives_all_marks_back() throws Exception {
    var callSid = twilio.ring("[{\"listen\":{\"quiet\":300,\"atMost\":20000}},{\"wait\":60000}]");
    var bridge = product.awaitStream();
    bridge.hum(600);
    bridge.mark("early");
    bridge.hum(9400);
    bridge.mark("late");
    bridge.await("mark", 1);

    long sent = System.nanoTime();
    bridge.clear();

    assertThat((bridge.await("mark", 2).nanos() - sent) / 1_000_000).isLessThan(100);
    var clear = twilio.awaitEntry(callSid, "clear");
    assertThat(clear.path("msPlayed").asLong()).isBetween(580L, 900L);
    assertThat(clear.path("bytesPlayed").asLong()).isEqualTo(clear.path("msPlayed").asLong() * 8);
    assertThat(clear.path("msPlayed").asLong() + clear.path("msDropped").asLong())
        .isEqualTo(10_000);
    assertThat(clear.path("lastMark").asText()).isEqualTo("early");
    assertThat(clear.path("marksReturned").toString()).isEqualTo("[\"late\"]");
    // The caller hears no more of it.
    assertThat(twilio.awaitEntry(callSid, "heard").path("millis").asLong()).isBetween(580L, 950L);
  }

  @Test
  void what_is_played_counts_anew_after_the_queue_was_empty() throws Exception {
    var callSid = twilio.ring(WAIT);
    var bridge = product.awaitStream();
    bridge.hum(400);
    bridge.mark("done");
    bridge.await("mark");
    bridge.hum(5000);
    bridge.await("media", bridge.received("media").size() + 10);

    bridge.clear();

    assertThat(twilio.awaitEntry(callSid, "clear").path("msPlayed").asLong()).isBetween(150L, 390L);
  }

  @Test
  void keys_are_told_as_they_are_pressed() throws Exception {
    twilio.ring("[{\"wait\":200},{\"press\":\"4#\"},{\"wait\":60000}]");

    var bridge = product.awaitStream();
    bridge.await("dtmf", 2);
    assertThat(bridge.received("dtmf"))
        .extracting(one -> one.message().path("dtmf").toString())
        .containsExactly(
            "{\"track\":\"inbound_track\",\"digit\":\"4\"}",
            "{\"track\":\"inbound_track\",\"digit\":\"#\"}");
  }

  @Test
  void when_the_server_closes_the_action_is_asked_and_run() throws Exception {
    var callSid = twilio.ring(WAIT);
    var bridge = product.awaitStream();

    bridge.close(1000);

    var action = product.awaitTold("/api/twilio/after-stream");
    assertThat(action.form()).containsEntry("CallSid", callSid);
    assertThat(action.form()).containsEntry("CallStatus", "in-progress");
    assertThat(twilio.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
    assertThat(bridge.received("stop")).isEmpty();
    assertThat(twilio.timeline(callSid, "stream-error")).isEmpty();
  }

  @Test
  void without_an_action_the_next_verb_runs() throws Exception {
    product.answers(
        "/api/twilio/incoming",
        "<Connect><Stream url=\"%s\"/></Connect><Redirect>/next</Redirect>"
            .formatted(product.mediaUrl()));
    product.answers("/next", "<Hangup/>");
    var callSid = twilio.ring(WAIT);

    product.awaitStream().close(1000);

    assertThat(product.awaitTold("/next").form()).containsEntry("CallSid", callSid);
  }

  @Test
  void a_hang_up_by_the_caller_is_a_stop_and_the_end() throws Exception {
    var callSid = twilio.ring("[{\"wait\":400},\"hang-up\"]");

    var bridge = product.awaitStream();
    var stop = bridge.await("stop").message();
    bridge.awaitClosed();
    assertThat(stop.path("stop").path("callSid").asText()).isEqualTo(callSid);
    assertThat(bridge.events().getLast()).isEqualTo("stop");
    assertThat(twilio.awaitReported(callSid).path("status").asText()).isEqualTo("completed");
    assertThat(product.told("/api/twilio/after-stream")).isEmpty();
    var status = product.told("/api/twilio/status");
    assertThat(status).hasSize(1);
    assertThat(status.getFirst().form())
        .containsEntry("CallStatus", "completed")
        .containsEntry("CallSid", callSid)
        .containsKeys("CallDuration", "Timestamp", "SequenceNumber");
    assertThat(status.getFirst().signature())
        .isEqualTo(product.signature(StandIn.ACCOUNT, status.getFirst()));
  }

  @Test
  void a_hang_up_by_REST_is_a_stop_and_the_end() throws Exception {
    var callSid = twilio.ring(WAIT);
    var bridge = product.awaitStream();
    bridge.await("media");

    var answer = twilio.rest("POST", "/Calls/" + callSid + ".json", Map.of("Status", "completed"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"completed\"");
    bridge.await("stop");
    bridge.awaitClosed();
    twilio.awaitReported(callSid);
    assertThat(product.told("/api/twilio/status")).hasSize(1);
    assertThat(product.told("/api/twilio/after-stream")).isEmpty();
  }

  @Test
  void other_TwiML_by_REST_interrupts_it_without_its_action() throws Exception {
    product.answers("/elsewhere", "<Hangup/>");
    var callSid = twilio.ring(WAIT);
    var bridge = product.awaitStream();
    bridge.await("media");

    twilio.rest(
        "POST",
        "/Calls/" + callSid + ".json",
        Map.of(
            "Twiml",
            "<Response><Redirect>%s/elsewhere</Redirect></Response>".formatted(product.address())));

    bridge.await("stop");
    bridge.awaitClosed();
    product.awaitTold("/elsewhere");
    twilio.awaitReported(callSid);
    assertThat(product.told("/api/twilio/after-stream")).isEmpty();
  }

  @Test
  void a_line_that_is_lost_is_an_error_without_a_stop_and_the_action_is_asked() throws Exception {
    var callSid = twilio.ring("[{\"lose-line\":300},{\"wait\":60000}]");

    var bridge = product.awaitStream();
    product.awaitTold("/api/twilio/after-stream");
    twilio.awaitReported(callSid);
    assertThat(bridge.events().getLast()).isEqualTo("media");
    assertThat(bridge.isClosed()).isFalse();
    assertThat(twilio.awaitEntry(callSid, "stream-error").path("code").asInt()).isEqualTo(31921);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"media\",\"streamSid\":\"%s\",\"media\":{\"payload\":\"no base64!\"}}",
        "{\"event\":\"media\",\"media\":{\"payload\":\"f39/\"}}",
        "{\"event\":\"dance\",\"streamSid\":\"%s\"}",
        "{\"event\":\"mark\",\"streamSid\":\"%s\"}",
        "media %s"
      })
  void a_message_that_Twilio_does_not_take_ends_the_stream(String message) throws Exception {
    var callSid = twilio.ring(WAIT);
    var bridge = product.awaitStream();

    bridge.send(message.formatted(bridge.streamSid()));

    bridge.awaitClosed();
    assertThat(twilio.awaitEntry(callSid, "stream-error").path("code").asInt()).isEqualTo(31951);
    product.awaitTold("/api/twilio/after-stream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws://media.example.com/media", "http://localhost/media"})
  void only_TLS_will_do_outside_this_machine(String url) throws Exception {
    product.answers("/api/twilio/incoming", connect(url));

    var callSid = twilio.ring(WAIT);

    assertThat(twilio.awaitEntry(callSid, "stream-error").path("code").asInt()).isEqualTo(31922);
  }

  @Test
  void an_address_with_a_query_is_refused() throws Exception {
    product.answers("/api/twilio/incoming", connect(product.mediaUrl() + "?token=secret"));

    var callSid = twilio.ring(WAIT);

    assertThat(twilio.awaitEntry(callSid, "stream-error").path("code").asInt()).isEqualTo(31923);
  }

  @Test
  void a_server_that_is_not_there_is_an_error_and_the_action_is_asked() throws Exception {
    product.answers("/api/twilio/incoming", connect("ws://localhost:1/media"));

    var callSid = twilio.ring(WAIT);

    product.awaitTold("/api/twilio/after-stream");
    assertThat(twilio.awaitEntry(callSid, "stream-error").path("code").asInt()).isEqualTo(31902);
  }

  @Test
  void an_upgrade_that_is_refused_is_an_error() throws Exception {
    product.answers("/api/twilio/incoming", connect(product.mediaUrl() + "/elsewhere"));

    var callSid = twilio.ring(WAIT);

    assertThat(twilio.awaitEntry(callSid, "stream-error").path("code").asInt()).isEqualTo(31920);
  }

  @Test
  void its_status_callback_tells_of_start_and_end() throws Exception {
    product.answers(
        "/api/twilio/incoming",
        "<Connect><Stream url=\"%s\" name=\"talk\" statusCallback=\"%s/stream\"/></Connect>"
            .formatted(product.mediaUrl(), product.address()));
    var callSid = twilio.ring("[{\"wait\":200},\"hang-up\"]");

    twilio.awaitReported(callSid);

    assertThat(product.told("/stream"))
        .extracting(one -> one.form().get("StreamEvent"))
        .containsExactly("stream-started", "stream-stopped");
    assertThat(product.told("/stream").getFirst().form())
        .containsEntry("StreamName", "talk")
        .containsEntry("CallSid", callSid)
        .containsOnlyKeys(
            "AccountSid", "CallSid", "StreamSid", "StreamName", "StreamEvent", "Timestamp");
  }

  @Test
  void sixty_calls_at_once_keep_time() throws Exception {
    var sids = new java.util.ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      sids.add(twilio.ring(WAIT));
    }
    for (int i = 0; i < 60; i++) {
      var bridge = product.awaitStream();
      var last = bridge.await("media", 101);
      assertThat(millis(bridge.received("media").getFirst(), last)).isBetween(1850L, 2600L);
    }
    assertThat(twilio.get("/twilio/calls").path("calls")).hasSize(60);
    for (var sid : sids) {
      twilio.rest("POST", "/Calls/" + sid + ".json", Map.of("Status", "completed"));
    }
    sids.forEach(twilio::awaitReported);
  }

  private static String connect(String mediaUrl) {
    return """
        <Connect action="/api/twilio/after-stream#rc=2&amp;rp=ct,rt,5xx">
          <Stream url="%s"><Parameter name="token" value="secret"/></Stream>
        </Connect>
        """
        .formatted(mediaUrl);
  }

  private static long millis(Received first, Received last) {
    return (last.nanos() - first.nanos()) / 1_000_000;
  }

  private static List<String> names(List<Received> marks) {
    return marks.stream().map(one -> name(one.message())).toList();
  }

  private static String name(JsonNode mark) {
    return mark.path("mark").path("name").asText();
  }
}
