package com.hekax.phone.runner.websocket;

import com.hekax.phone.runner.http.Edge;
import com.hekax.phone.runner.http.GatewayRequest;
import com.hekax.phone.runner.websocket.SocketApi.Handshake.Accepted;
import com.hekax.phone.runner.websocket.SocketApi.Handshake.Refused;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsConnection;
import io.helidon.webserver.websocket.WsUpgrader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request into a connection after asking $connect. Helidon's own upgrader can neither
 * answer with the status that the function chose nor tell when a client vanished without a word.
 */
public final class SocketUpgrader extends WsUpgrader {
  /** What the front needs to know of WebSockets: how large a frame may be. */
  public static final WsConfig CONFIG =
      WsConfig.builder().maxFrameLength(SocketLimits.FRAME).build();

  private volatile @Nullable Edge edge;
  private volatile @Nullable WebSocketApis apis;

  public SocketUpgrader() {
    super(CONFIG);
  }

  /** From now on clients may connect. */
  public void open(Edge openedEdge, WebSocketApis openedApis) {
    apis = openedApis;
    edge = openedEdge;
  }

  @Override
  public @Nullable ServerConnection upgrade(
      ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
    var open = edge;
    var known = apis;
    if (open == null || known == null || !headers.contains(WS_KEY)) {
      return null;
    }
    var origin = open.origin(prologue.uriPath().path());
    var api = known.atHost(origin.host());
    if (api.isEmpty() || !prologue.uriPath().path().equals("/" + api.get().stage())) {
      return null;
    }
    var request = Edge.toOrigin(request(context, prologue, headers), origin);
    return switch (api.get().connect(request)) {
      case Accepted accepted -> accept(context, prologue, headers, accepted);
      case Refused(var status) ->
          throw RequestException.builder()
              .type(DirectHandler.EventType.OTHER)
              .status(Status.create(status))
              .message("")
              .setKeepAlive(false)
              .build();
    };
  }

  private ServerConnection accept(
      ConnectionContext context,
      HttpPrologue prologue,
      WritableHeaders<?> headers,
      Accepted accepted) {
    var key = headers.get(WS_KEY).get();
    var protocol =
        accepted.subprotocol().map(name -> "\r\nSec-WebSocket-Protocol: " + name).orElse("");
    var response =
        SWITCHING_PROTOCOL_PREFIX + hash(context, key) + protocol + SWITCHING_PROTOCOLS_SUFFIX;
    context.dataWriter().write(BufferData.create(response.getBytes(StandardCharsets.US_ASCII)));
    context.dataWriter().flush();
    var connection = accepted.connection();
    return new Watched(
        WsConnection.create(context, prologue, WritableHeaders.create(), key, connection),
        connection);
  }

  private static GatewayRequest request(
      ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
    var copied = new LinkedHashMap<String, String>();
    for (Header header : headers) {
      copied.put(header.name().toLowerCase(Locale.ROOT), String.join(",", header.allValues()));
    }
    var query = prologue.query().rawValue();
    return new GatewayRequest(
        "GET",
        prologue.uriPath().path(),
        query == null ? "" : query,
        copied,
        List.of(),
        new byte[0],
        context.remotePeer().host());
  }

  /** Says that a connection ended, however it ended. */
  private record Watched(ServerConnection transport, Connection connection)
      implements ServerConnection {
    @Override
    public void handle(Limit limit) throws InterruptedException {
      try {
        transport.handle(limit);
      } finally {
        connection.ended();
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
}
