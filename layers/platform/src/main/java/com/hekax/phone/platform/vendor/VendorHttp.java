package com.hekax.phone.platform.vendor;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one vendor. What the vendor answers, that it is busy, and that it cannot be reached
 * are all values; see {@link Answer}. Redirects are answers too and never followed, for they would
 * carry credentials to a host that nobody chose. Nothing is retried here: whoever asked knows
 * whether that is safe, and when.
 *
 * <p>A 429, and a 503 that says when to return, are {@link Throttled}; a 408 is {@link
 * Unreachable}, because the vendor gave up on our request somewhere in its middle.
 */
public final class VendorHttp {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final String base;
  private final Supplier<Map<String, String>> headers;
  private final VendorLimits limits;
  private final boolean busyIsAnswer;
  private final FreshClient client;

  /**
   * A client that tells the vendor nothing but the request.
   *
   * @param base for example {@code https://api.hubapi.com}; paths of requests are appended to it.
   *     Plain http is for stand-ins on this machine
   * @throws IllegalArgumentException if it is neither https nor on this machine
   */
  public VendorHttp(URI base) {
    this(base, Map::of, VendorLimits.DEFAULT);
  }

  /**
   * A client with headers of its own on each request.
   *
   * @param base as above
   * @param headers asked for at each request, so that credentials may change
   */
  public VendorHttp(URI base, Supplier<Map<String, String>> headers, VendorLimits limits) {
    this(
        checked(base),
        headers,
        limits,
        false,
        new FreshClient(limits.connectWithin(), InstantSource.system()));
  }

  private VendorHttp(
      String base,
      Supplier<Map<String, String>> headers,
      VendorLimits limits,
      boolean busyIsAnswer,
      FreshClient client) {
    this.base = base;
    this.headers = headers;
    this.limits = limits;
    this.busyIsAnswer = busyIsAnswer;
    this.client = client;
  }

  /** The same client with one more header, for example an idempotency key. */
  public VendorHttp with(String name, String value) {
    Supplier<Map<String, String>> more =
        () -> {
          var all = new LinkedHashMap<>(headers.get());
          all.put(name, value);
          return all;
        };
    return new VendorHttp(base, more, limits, busyIsAnswer, client);
  }

  /**
   * The same client, to which a vendor that is busy is {@link Answered} too: for one that says in
   * the body how long it will be.
   */
  public VendorHttp withBusyAnswers() {
    return new VendorHttp(base, headers, limits, true, client);
  }

  /**
   * Reads something.
   *
   * @param path from the base, with its query if any, both already encoded; so in all methods
   */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Posts {@code body} as JSON; so do {@link #put} and {@link #patch}. */
  public Answer post(String path, Object body) {
    return send(request(path).setHeader("Content-Type", JSON).POST(json(body)));
  }

  public Answer postForm(String path, Map<String, String> fields) {
    return send(request(path).setHeader("Content-Type", FORM).POST(form(fields)));
  }

  public Answer put(String path, Object body) {
    return send(request(path).setHeader("Content-Type", JSON).PUT(json(body)));
  }

  public Answer patch(String path, Object body) {
    return send(request(path).setHeader("Content-Type", JSON).method("PATCH", json(body)));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    if (!path.startsWith("/")) {
      // Appended to "https://vendor.example", a path like "@other.example" would be another host.
      throw new IllegalArgumentException("A path begins with a slash");
    }
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .setHeader("User-Agent", "HEKAX-Phone/1.0")
            .setHeader("Accept", JSON);
    headers.get().forEach(request::setHeader);
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    var body =
        BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), limits.largestBody());
    var built = request.build();
    long start = System.nanoTime();
    var answer = await(client.get().sendAsync(built, body));
    // Neither path nor query: vendors have people's numbers and addresses in them.
    Log.info(
        "A vendor was asked",
        field("vendor", built.uri().getHost()),
        field("method", built.method()),
        field("outcome", answer instanceof Answered(int status, _, _) ? status : name(answer)),
        field("millis", (System.nanoTime() - start) / 1_000_000));
    return answer;
  }

  private static String name(Answer answer) {
    return answer.getClass().getSimpleName();
  }

  private Answer await(CompletableFuture<HttpResponse<String>> exchange) {
    try {
      return answer(exchange.get(limits.answerWithin().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return unreachable(e.getCause());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Unreachable("no whole answer within " + limits.answerWithin(), true);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Unreachable("interrupted while waiting for the answer", true);
    }
  }

  private Answer answer(HttpResponse<String> response) {
    var answered = new Answered(response.statusCode(), headersOf(response), response.body());
    var retryAfter = answered.header("Retry-After");
    if (busyIsAnswer && (answered.status() == 429 || answered.status() == 503)) {
      return answered;
    }
    if (answered.status() == 429 || (answered.status() == 503 && retryAfter.isPresent())) {
      return new Throttled(RetryAfter.of(retryAfter, Instant.now()));
    }
    if (answered.status() == 408) {
      return new Unreachable("answered 408: the request did not arrive in time", true);
    }
    return answered;
  }

  private static Answer unreachable(@Nullable Throwable cause) {
    boolean neverSent =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException;
    if (cause instanceof IOException) {
      return new Unreachable(
          cause.getClass().getSimpleName() + ": " + cause.getMessage(), !neverSent);
    }
    throw new IllegalStateException("A request to a vendor failed in our own code", cause);
  }

  private static Map<String, String> headersOf(HttpResponse<?> response) {
    return response.headers().map().entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(", ", header.getValue())));
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(VendorJson.MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A body that cannot be written as JSON", e);
    }
  }

  private static BodyPublisher form(Map<String, String> fields) {
    return BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String checked(URI base) {
    var host = String.valueOf(base.getHost());
    boolean onThisMachine = host.equals("localhost") || host.equals("127.0.0.1");
    if (!"https".equals(base.getScheme()) && !onThisMachine) {
      throw new IllegalArgumentException("A vendor elsewhere is reached over https, not " + base);
    }
    var text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
