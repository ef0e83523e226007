package com.hekax.phone.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The live link of an open page. */
final class LiveLink implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Frames frames = new Frames();
  private final WebSocket socket;

  private LiveLink(URI base, String ticket) {
    socket = CLIENT.newWebSocketBuilder().buildAsync(address(base, ticket), frames).join();
  }

  /** Opens one with a ticket. */
  static LiveLink open(URI base, String ticket) {
    return new LiveLink(base, ticket);
  }

  /** The HTTP status that a ticket is refused with. */
  static int refusal(URI base, String ticket) {
    try (var _ = open(base, ticket)) {
      throw new AssertionError("The link was opened");
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  /** The next frame that came or comes. */
  JsonNode next() throws InterruptedException {
    var frame = frames.heard.poll(60, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("Nothing came over the live link");
    }
    return Json.tree(frame);
  }

  /** The next frame of a type; calls of the same business may go on meanwhile. */
  JsonNode next(String type) throws InterruptedException {
    var frame = next();
    while (!frame.path("type").asText().equals(type)) {
      frame = next();
    }
    return frame;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static URI address(URI base, String ticket) {
    return URI.create(base.toString().replaceFirst("^http", "ws") + "/live?ticket=" + ticket);
  }

  /** Puts the parts of each message together. */
  private static final class Frames implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        heard.add(parts.toString());
        parts.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
