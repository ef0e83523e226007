package com.hekax.phone.sandbox.openai;

import com.hekax.phone.sandbox.openai.Handshake.Answer.Admitted;
import com.hekax.phone.sandbox.openai.Handshake.Answer.Outdated;
import com.hekax.phone.sandbox.openai.Handshake.Answer.Turned;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsConnection;
import io.helidon.webserver.websocket.WsUpgrader;
import io.helidon.websocket.WsListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns {@code GET /v1/realtime} into a session, or answers with the error of the API. */
public final class RealtimeUpgrader extends WsUpgrader {
  /** An event may carry 15 MiB of audio, which is 20 MiB in base64. */
  public static final WsConfig CONFIG = WsConfig.builder().maxFrameLength(24 * 1024 * 1024).build();

  private static final String PATH = "/v1/realtime";

  private final OpenAi openAi;

  RealtimeUpgrader(OpenAi openAi) {
    super(CONFIG);
    this.openAi = openAi;
  }

  @Override
  public @Nullable ServerConnection upgrade(
      ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
    if (!prologue.uriPath().path().equals(PATH) || !headers.contains(WS_KEY)) {
      return null;
    }
    return switch (openAi.handshake().answer(prologue.query(), headers)) {
      case Admitted(var model) -> {
        var socket = openAi.open(model);
        var transport = accept(context, prologue, headers, socket);
        socket.cutBy(() -> transport.close(true));
        yield new Watched(transport, socket);
      }
      case Outdated _ -> accept(context, prologue, headers, new OutdatedSocket());
      case Turned refused -> new Refusal(context.dataWriter(), refused.response());
    };
  }

  private ServerConnection accept(
      ConnectionContext context,
      HttpPrologue prologue,
      WritableHeaders<?> headers,
      WsListener socket) {
    var key = headers.get(WS_KEY).get();
    write(
        context.dataWriter(),
        SWITCHING_PROTOCOL_PREFIX + hash(context, key) + SWITCHING_PROTOCOLS_SUFFIX);
    return WsConnection.create(context, prologue, WritableHeaders.create(), key, socket);
  }

  private static void write(DataWriter client, String response) {
    client.write(BufferData.create(response.getBytes(StandardCharsets.UTF_8)));
    client.flush();
  }

  /** Says that a socket ended, however it ended. */
  private record Watched(ServerConnection transport, RealtimeSocket socket)
      implements ServerConnection {
    @Override
    public void handle(Limit limit) throws InterruptedException {
      try {
        transport.handle(limit);
      } finally {
        socket.ended();
      }
    }

    @Override
    public Duration idleTime() {
      return transport.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      transport.close(interrupt);
    }
  }

  /** A connection that carries one response of HTTP and ends. */
  private record Refusal(DataWriter client, String response) implements ServerConnection {
    @Override
    public void handle(Limit limit) {
      write(client, response);
    }

    @Override
    public Duration idleTime() {
      return Duration.ZERO;
    }

    @Override
    public void close(boolean interrupt) {}
  }
}
