package com.hekax.phone.runner.http;

import com.hekax.phone.runner.server.UntouchedBodies;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ProtocolConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one public address. It listens from the beginning, so that its port is known to the functions
 * it will serve, and answers 503 until the edge is open.
 */
public final class Front implements AutoCloseable {
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  /** Connection matters end at each hop. */
  private static final Set<String> HOP_HEADERS =
      Set.of("connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "cookie");

  private final WebServer server;
  private volatile @Nullable Edge edge;

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param webSockets takes the clients of WebSocket APIs on the same port
   * @param webSocketConfig their limits
   */
  public Front(int port, Http1Upgrader webSockets, ProtocolConfig webSocketConfig) {
    // Longer than the ten minutes that a WebSocket may be silent; those limits are kept elsewhere.
    var idle = Duration.ofMinutes(15);
    server =
        WebServer.builder()
            .host("0.0.0.0")
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(200))
            .maxPayloadSize(-1)
            // Bodies are handed on as they came; to unpack one is the function's affair.
            .contentEncoding(new UntouchedBodies())
            .connectionOptions(options -> options.tcpNoDelay(true))
            .addRouting(HttpRouting.builder().any(this::handle))
            .idleConnectionTimeout(idle)
            .addProtocol(webSocketConfig)
            .addConnectionSelector(
                Http1ConnectionSelector.builder()
                    .config(Http1Config.create())
                    .addUpgrader(webSockets)
                    .build())
            .build()
            .start();
  }

  /** From now on requests are answered. */
  public void open(Edge openedEdge) {
    edge = openedEdge;
  }

  public URI baseUri() {
    return URI.create("http://localhost:" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }

  private void handle(ServerRequest request, ServerResponse response) throws IOException {
    var body = body(request);
    var open = edge;
    if (body == null) {
      send(GatewayResponse.tooLarge(), response);
    } else if (open == null) {
      send(GatewayResponse.unavailable(), response);
    } else {
      send(open.answer(request(request, body)), response);
    }
  }

  private static byte @Nullable [] body(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream stream = request.content().inputStream()) {
      var bytes = stream.readNBytes(LARGEST_BODY + 1);
      return bytes.length > LARGEST_BODY ? null : bytes;
    }
  }

  private static GatewayRequest request(ServerRequest request, byte[] body) {
    var headers = new LinkedHashMap<String, String>();
    var cookies = new ArrayList<String>();
    for (Header header : request.headers()) {
      var name = header.name().toLowerCase(Locale.ROOT);
      if (name.equals("cookie")) {
        header.allValues().forEach(value -> cookies.addAll(List.of(value.split(";\\s*"))));
      } else if (!HOP_HEADERS.contains(name)) {
        headers.put(name, String.join(",", header.allValues()));
      }
    }
    var query = request.query().rawValue();
    return new GatewayRequest(
        request.prologue().method().text(),
        request.path().path(),
        query == null ? "" : query,
        headers,
        cookies,
        body,
        request.remotePeer().host());
  }

  private static void send(GatewayResponse answer, ServerResponse response) {
    response.status(Status.create(answer.status()));
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (!HOP_HEADERS.contains(name) && !name.equals("content-length")) {
                response.header(HeaderNames.create(name), value);
              }
            });
    if (!answer.cookies().isEmpty()) {
      response.header(HeaderNames.SET_COOKIE, answer.cookies().toArray(String[]::new));
    }
    if (answer.body().length == 0) {
      response.send();
    } else {
      response.send(answer.body());
    }
  }
}
