package com.hekax.phone.scenarios.media;

import com.hekax.phone.platform.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who opens a media stream as Twilio does, and begins it as they like. */
final class StreamClient implements AutoCloseable {
  /** Of the sandbox's account. */
  static final String AUTH_TOKEN = "sandbox-twilio-auth-token";

  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private StreamClient(URI media, String signature) throws Exception {
    var builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
    if (!signature.isEmpty()) {
      builder.header("x-twilio-signature", signature);
    }
    socket = builder.buildAsync(media, new Listener()).get(10, TimeUnit.SECONDS);
  }

  static StreamClient signed(URI media) throws Exception {
    return new StreamClient(media, signature(media));
  }

  static StreamClient unsigned(URI media) throws Exception {
    return new StreamClient(media, "");
  }

  /** Says which call it is, as the first messages of a stream do. */
  void start(String account, String call, String token) throws Exception {
    send(Map.of("event", "connected", "protocol", "Call", "version", "1.0.0"));
    var stream = "MZ00000000000000000000000000000abc";
    send(
        Map.of(
            "event",
            "start",
            "sequenceNumber",
            "1",
            "streamSid",
            stream,
            "start",
            Map.of(
                "streamSid",
                stream,
                "accountSid",
                account,
                "callSid",
                call,
                "tracks",
                new String[] {"inbound"},
                "customParameters",
                Map.of("token", token),
                "mediaFormat",
                Map.of("encoding", "audio/x-mulaw", "sampleRate", 8000, "channels", 1))));
  }

  /** The code and the reason with which the bridge closes. */
  String awaitClose() throws Exception {
    return closed.get(15, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }

  private void send(Map<String, ?> message) throws Exception {
    socket.sendText(Json.write(message), true).get(5, TimeUnit.SECONDS);
  }

  /** Over the address alone ("Webhooks security", read 2026-11-22). */
  private static String signature(URI media) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(media.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private final class Listener implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      closed.complete(status + " " + reason);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
