package com.hekax.phone.bridge.backend;

import com.hekax.phone.bridge.backend.Reply.Answered;
import com.hekax.phone.bridge.backend.Reply.Unreachable;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Posts JSON to our own origin, and to no other: what it sends may carry a call's credential. What
 * comes back, and that nothing does, are values. No thread waits.
 */
final class BackEndHttp {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final HttpClient client;
  private final String origin;

  BackEndHttp(URI origin) {
    this.origin = origin.toString().replaceAll("/+$", "");
    // Plain HTTP is for a back end on this machine, which need not know HTTP/2.
    boolean secure = "https".equals(origin.getScheme());
    client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(Redirect.NEVER)
            .version(secure ? Version.HTTP_2 : Version.HTTP_1_1)
            .build();
  }

  /**
   * Posts the body.
   *
   * @param path from our origin, with a slash
   * @param within the whole exchange; it completes normally in any case
   */
  CompletableFuture<Reply> post(
      String path, String body, Map<String, String> headers, Duration within) {
    var request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .setHeader("User-Agent", "HEKAX-Phone-Bridge/1.0")
            .setHeader("Content-Type", "application/json")
            .setHeader("Accept", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    var answer =
        BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER);
    var exchange = client.sendAsync(request.build(), answer);
    return exchange
        .<Reply>thenApply(response -> new Answered(response.statusCode(), response.body()))
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                exchange.cancel(true);
              }
            })
        .exceptionally(BackEndHttp::unreachable);
  }

  /** Does {@code attempt}, and again after each pause as long as that may help. */
  static CompletableFuture<Reply> persistently(
      Supplier<CompletableFuture<Reply>> attempt, Duration... pauses) {
    return persistently(attempt, 0, pauses);
  }

  private static CompletableFuture<Reply> persistently(
      Supplier<CompletableFuture<Reply>> attempt, int done, Duration... pauses) {
    return attempt
        .get()
        .thenCompose(
            reply ->
                reply.isTemporaryFailure() && done < pauses.length
                    ? after(pauses[done], () -> persistently(attempt, done + 1, pauses))
                    : CompletableFuture.completedFuture(reply));
  }

  private static CompletableFuture<Reply> after(
      Duration pause, Supplier<CompletableFuture<Reply>> next) {
    return new CompletableFuture<Void>()
        .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS)
        .thenCompose(_ -> next.get());
  }

  private static Reply unreachable(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new Unreachable(
        !(cause instanceof ConnectException) && !(cause instanceof HttpConnectTimeoutException));
  }
}
