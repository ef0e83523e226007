package com.hekax.phone.benchmarks;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API for one process, which is given the same event whenever it asks for one. It
 * notes when the process first asked and when it answered.
 */
final class OneRuntimeApi implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** What the process sent, and when. */
  record Answer(String path, String body, long nanos) {
    boolean isGood() {
      return path.endsWith("/response") && body.contains("\"statusCode\":200");
    }
  }

  private final byte[] event;
  private final CompletableFuture<Long> firstAsked = new CompletableFuture<>();
  private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
  private final WebServer server;

  OneRuntimeApi(byte[] event) {
    this.event = event;
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(10))
            .connectionOptions(options -> options.tcpNoDelay(true))
            .addRouting(
                HttpRouting.builder()
                    .get("/2018-06-01/runtime/invocation/next", this::next)
                    .post("/2018-06-01/runtime/*", this::take)
                    .post("/2018-06-01/runtime/invocation/1/*", this::take))
            .build()
            .start();
  }

  String address() {
    return "127.0.0.1:" + server.port();
  }

  /** When the process first asked for work, by {@link System#nanoTime()}. */
  long firstAsked() {
    return firstAsked.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Waits for its next answer, which has to be a good one: the time of an error means nothing. */
  Answer answer() throws InterruptedException {
    var answer = answers.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (answer == null || !answer.isGood()) {
      throw new IllegalStateException("The function did not answer as it should: " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    server.stop();
  }

  private void next(ServerRequest request, ServerResponse response) {
    firstAsked.complete(System.nanoTime());
    var deadline = System.currentTimeMillis() + LIMIT.toMillis();
    response.header(HeaderNames.create("Lambda-Runtime-Aws-Request-Id"), "1");
    response.header(HeaderNames.create("Lambda-Runtime-Deadline-Ms"), Long.toString(deadline));
    response.header(
        HeaderNames.create("Lambda-Runtime-Invoked-Function-Arn"),
        "arn:aws:lambda:us-east-1:000000000000:function:benchmark");
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.send(event);
  }

  /** Takes an answer, or word that there will be none; one that nobody waits for holds it up. */
  private void take(ServerRequest request, ServerResponse response) throws InterruptedException {
    var nanos = System.nanoTime();
    answers.put(new Answer(request.path().path(), request.content().as(String.class), nanos));
    response.status(Status.ACCEPTED_202).send();
  }
}
