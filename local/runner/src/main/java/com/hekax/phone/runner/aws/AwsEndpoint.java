package com.hekax.phone.runner.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.server.UntouchedBodies;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one address behind which all AWS APIs of this machine stand. */
public final class AwsEndpoint implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AwsEndpoint.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<AwsApi> apis = new CopyOnWriteArrayList<>();
  private final WebServer server;

  /**
   * Starts to listen, for this machine only.
   *
   * @param port 0 for any free one
   */
  public AwsEndpoint(int port) {
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(200))
            .maxPayloadSize(-1)
            // Bodies are handed on as they came: aws-chunked is S3's affair.
            .contentEncoding(new UntouchedBodies())
            .connectionOptions(options -> options.tcpNoDelay(true))
            .addRouting(HttpRouting.builder().any(this::handle))
            .build()
            .start();
  }

  /** Adds a service; the first that accepts a request answers it. */
  public void add(AwsApi api) {
    apis.add(api);
  }

  /**
   * Where it listens. An address rather than a name, because the SDK then puts a bucket's name in
   * the path and not before the host.
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }

  private void handle(ServerRequest request, ServerResponse response) throws IOException {
    var read = read(request);
    AwsResponse answer;
    try {
      answer =
          apis.stream()
              .filter(api -> api.accepts(read))
              .findFirst()
              .orElseThrow(
                  () ->
                      new AwsException(
                          501, "NotImplemented", "No local AWS API answers " + read.rawPath()))
              .answer(read);
    } catch (AwsException refusal) {
      answer = refused(refusal);
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.ERROR, "A local AWS API failed", broken);
      answer = refused(new AwsException(500, "InternalFailure", broken.toString()));
    }
    send(answer, response);
  }

  private static AwsRequest read(ServerRequest request) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : request.headers()) {
      headers.put(header.name().toLowerCase(Locale.ROOT), String.join(",", header.allValues()));
    }
    var query = request.query().rawValue();
    byte[] body = {};
    if (request.content().hasEntity()) {
      try (InputStream stream = request.content().inputStream()) {
        body = stream.readAllBytes();
      }
    }
    return new AwsRequest(
        request.prologue().method().text(),
        request.path().rawPath(),
        query == null ? "" : query,
        headers,
        body);
  }

  private static AwsResponse refused(AwsException refusal) {
    try {
      var body = Map.of("__type", refusal.code(), "message", String.valueOf(refusal.getMessage()));
      return new AwsResponse(
          refusal.status(),
          Map.of("content-type", "application/json", "x-amzn-errortype", refusal.code()),
          JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void send(AwsResponse answer, ServerResponse response) {
    response.status(Status.create(answer.status()));
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    response.header(HeaderNames.create("x-amzn-requestid"), UUID.randomUUID().toString());
    response.send(answer.body());
  }
}
