package com.hekax.phone.bridge.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.bridge.backend.FakeBackEnd;
import com.hekax.phone.bridge.edge.FakeTwilio.Closed;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalTest extends BridgeTest {

  @Test
  void given_a_refused_token_then_both_sockets_are_closed_and_the_model_was_told_nothing()
      throws Exception {
    backEnd.answer("/api/bridge/sessions", 401, "{\"code\":\"INVALID_TOKEN\"}");
    var twilio = FakeTwilio.start(bridge.port());

    assertThat(twilio.awaitClosed()).isEqualTo(new Closed(1008, "invalid token"));
    var session = model.next();
    eventually("model closed", () -> !session.isOpen());
    assertThat(session.events).isEmpty();
    assertThat(backEnd.asked("/api/calls/1/report")).isEmpty();
    eventually("place left", () -> bridge.activeCalls() == 0);
  }

  @Test
  void given_a_refused_signature_then_that_is_what_the_stream_is_told() throws Exception {
    backEnd.answer("/api/bridge/sessions", 403, "{}");

    assertThat(FakeTwilio.start(bridge.port()).awaitClosed())
        .isEqualTo(new Closed(1008, "invalid signature"));
  }

  @Test
  void the_back_end_is_given_what_it_needs_to_decide() throws Exception {
    FakeTwilio.start(bridge.port());
    eventually("asked", () -> backEnd.asked("/api/bridge/sessions").size() == 1);

    var asked = backEnd.asked("/api/bridge/sessions").getFirst();
    assertThat(asked.body())
        .hasToString(
            """
            {"token":"token-1","callSid":"CA0001","accountSid":"AC0001","streamSid":"MZ0001",\
            "upgrade":{"path":"/media","signature":"%s"}}"""
                .formatted(FakeTwilio.SIGNATURE));
    assertThat(asked.authorization()).isEmpty();
    assertThat(asked.idempotencyKey()).isEqualTo("MZ0001");
  }

  @Test
  void given_no_signature_then_no_socket_to_the_model_is_opened_before_the_token_is_known()
      throws Exception {
    backEnd.answer("/api/bridge/sessions", 401, "{}");
    var twilio = FakeTwilio.connect(bridge.port(), "forged");
    twilio.say(FakeTwilio.START);

    assertThat(twilio.awaitClosed().code()).isEqualTo(1008);
    assertThat(model.sessions).isEmpty();
  }

  @Test
  void given_a_back_end_that_fails_then_it_is_asked_twice_and_the_stream_closed() throws Exception {
    backEnd.answer("/api/bridge/sessions", 503, "{}");

    assertThat(FakeTwilio.start(bridge.port()).awaitClosed())
        .isEqualTo(new Closed(1011, "back end unreachable"));
    assertThat(backEnd.asked("/api/bridge/sessions")).hasSize(2);
  }

  @Test
  void given_a_session_that_leads_elsewhere_then_it_is_not_used() throws Exception {
    backEnd.answer(
        "/api/bridge/sessions",
        201,
        FakeBackEnd.SESSION.replace("/api/calls/1/turns", "//evil.example/turns"));

    assertThat(FakeTwilio.start(bridge.port()).awaitClosed().code()).isEqualTo(1011);
  }

  @Test
  void given_a_start_that_is_not_Twilios_then_the_stream_is_closed() throws Exception {
    var twilio = FakeTwilio.connect(bridge.port(), FakeTwilio.SIGNATURE);
    twilio.say(FakeTwilio.START.replace("audio/x-mulaw", "audio/l16"));

    assertThat(twilio.awaitClosed()).isEqualTo(new Closed(1008, "invalid start"));
  }

  @Test
  void given_no_start_then_the_stream_is_closed_after_five_seconds() throws Exception {
    assertThat(FakeTwilio.connect(bridge.port(), FakeTwilio.SIGNATURE).awaitClosed())
        .isEqualTo(new Closed(1008, "no start"));
  }

  @Test
  void given_a_message_that_is_too_large_then_the_stream_is_closed() throws Exception {
    var twilio = FakeTwilio.connect(bridge.port(), FakeTwilio.SIGNATURE);
    twilio.say("x".repeat(64 * 1024 + 1));

    assertThat(twilio.awaitClosed().code()).isEqualTo(1009);
    eventually("place left", () -> bridge.activeCalls() == 0);
  }

  @Test
  void given_as_many_calls_as_it_can_carry_then_one_more_is_refused_until_one_ends()
      throws Exception {
    var first = FakeTwilio.start(bridge.port());
    FakeTwilio.start(bridge.port());

    assertThatThrownBy(() -> FakeTwilio.start(bridge.port()))
        .hasRootCauseMessage("Unexpected HTTP response status code 503");

    first.vanish();
    eventually("place left", () -> bridge.activeCalls() == 1);
    FakeTwilio.start(bridge.port());
  }

  @Test
  void over_plain_HTTP_it_tells_whether_it_lives_and_takes_calls() throws Exception {
    assertThat(status("/live")).isEqualTo(200);
    assertThat(status("/ready")).isEqualTo(200);
    assertThat(status("/media")).isEqualTo(426);
    assertThat(status("/media?x=1")).isEqualTo(404);
    assertThat(status("/")).isEqualTo(404);
  }

  @Test
  void frames_are_never_compressed_even_if_that_is_offered() throws IOException {
    try (var socket = new Socket("localhost", bridge.port())) {
      assertThat(upgrade(socket))
          .startsWith("HTTP/1.1 101")
          .doesNotContainIgnoringCase("extensions");
    }
  }

  @Test
  void given_a_frame_that_is_too_large_then_it_is_not_even_read() throws IOException {
    try (var socket = new Socket("localhost", bridge.port())) {
      upgrade(socket);
      // The header of a text frame of four megabytes; nothing of them follows.
      var header = new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 0, 0, 0x40, 0, 0, 1, 2, 3, 4};
      socket.getOutputStream().write(header);
      socket.setSoTimeout(3_000);

      var close = socket.getInputStream().readNBytes(4);

      assertThat(close[0]).isEqualTo((byte) 0x88);
      assertThat(((close[2] & 0xFF) << 8) + (close[3] & 0xFF)).isEqualTo(1009);
    }
  }

  /** Opens a stream by hand; returns the head of the answer. */
  private static String upgrade(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            """
            GET /media HTTP/1.1\r
            Host: localhost\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Extensions: permessage-deflate\r
            \r
            """
                .getBytes(StandardCharsets.US_ASCII));
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    return head.toString();
  }

  private int status(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://localhost:" + bridge.port() + path);
      return client
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
