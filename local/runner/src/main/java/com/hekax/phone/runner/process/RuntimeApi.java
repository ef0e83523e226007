package com.hekax.phone.runner.process;

import com.hekax.phone.runner.lambda.Invocation;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Lambda's Runtime API, from which the runtime client in a function's own JVM takes its
 * invocations. The first part of the path says which environment is asking.
 */
public final class RuntimeApi implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile(
          "/(?<environment>[^/]+)/2018-06-01/runtime/"
              + "(?:(?<next>invocation/next)|(?<init>init/error)"
              + "|invocation/(?<id>[^/]+)/(?<kind>response|error))");

  private final Map<String, ProcessEnvironment> environments = new ConcurrentHashMap<>();
  private final WebServer server;

  public RuntimeApi() {
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(200))
            .idleConnectionTimeout(Duration.ofDays(1))
            .connectionOptions(options -> options.tcpNoDelay(true))
            .addRouting(HttpRouting.builder().any(this::handle))
            .build()
            .start();
  }

  /** What an environment's AWS_LAMBDA_RUNTIME_API is. */
  String register(String id, ProcessEnvironment environment) {
    environments.put(id, environment);
    return "127.0.0.1:" + server.port() + "/" + id;
  }

  void forget(String id) {
    environments.remove(id);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void handle(ServerRequest request, ServerResponse response) throws Exception {
    var path = PATH.matcher(request.path().path());
    var environment = path.matches() ? environments.get(path.group("environment")) : null;
    if (environment == null) {
      response.status(Status.NOT_FOUND_404).send();
    } else if (path.group("next") != null) {
      sendNext(environment, environment.next(), response);
    } else if (path.group("init") != null) {
      environment.startFailed(body(request));
      response.status(Status.ACCEPTED_202).send();
    } else {
      environment.ended(path.group("id"), path.group("kind").equals("response"), body(request));
      response.status(Status.ACCEPTED_202).send();
    }
  }

  private static void sendNext(
      ProcessEnvironment environment, Invocation invocation, ServerResponse response) {
    var deadline = System.currentTimeMillis() + invocation.remaining().toMillis();
    header(response, "Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    header(response, "Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    header(response, "Lambda-Runtime-Invoked-Function-Arn", environment.arn());
    header(response, "Content-Type", "application/json");
    response.send(invocation.payload());
  }

  private static void header(ServerResponse response, String name, String value) {
    response.header(HeaderNames.create(name), value);
  }

  private static byte[] body(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream stream = request.content().inputStream()) {
      return stream.readAllBytes();
    }
  }
}
