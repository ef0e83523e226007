package com.hekax.phone.sandbox.twilio.webhook;

import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.sandbox.twilio.RequestSignature;
import com.hekax.phone.sandbox.twilio.TwilioAccount;
import com.hekax.phone.sandbox.twilio.webhook.WebhookFailure.Kind;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Requests webhooks as Twilio does ("TwiML for Programmable Voice" and "Webhooks: Connection
 * Overrides", read 2026-11-22): signed, at most 15 seconds for all attempts together, and repeated
 * only where the address asks for it.
 *
 * <p>For the target {@code twilio-webhooks} everything below {@code /api/} fails as planned,
 * without the product's being asked: its functions are down, and its files are not.
 */
public final class WebhookClient {
  private static final String FAULTS = "twilio-webhooks";
  private static final String FUNCTIONS = "/api/";

  private final TwilioAccount account;
  private final Faults faults;
  private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

  public WebhookClient(TwilioAccount account, Faults faults) {
    this.account = account;
    this.faults = faults;
  }

  /** The answer of the last attempt. */
  public WebhookAnswer send(WebhookRequest request) throws InterruptedException {
    ConnectionOverrides overrides;
    try {
      overrides = ConnectionOverrides.of(request.address());
    } catch (IllegalArgumentException wrong) {
      return failed(1, new WebhookFailure(Kind.CONNECT, 0, String.valueOf(wrong.getMessage())));
    }
    long deadline = System.nanoTime() + overrides.total().toNanos();
    for (int attempt = 1; ; attempt++) {
      var answer = attempt(request, overrides, attempt, deadline);
      if (answer.failure().isEmpty()
          || attempt > overrides.retries()
          || !overrides.repeats(answer.failure().get())
          || System.nanoTime() >= deadline) {
        return answer;
      }
    }
  }

  private WebhookAnswer attempt(
      WebhookRequest request, ConnectionOverrides overrides, int attempt, long deadline)
      throws InterruptedException {
    long left = Math.min(overrides.read().toNanos(), deadline - System.nanoTime());
    var fault = fault(request);
    if (fault.isPresent()) {
      return failAsPlanned(attempt, fault.get(), Duration.ofNanos(left));
    }
    var sending =
        client(overrides.connect()).sendAsync(signed(request), BodyHandlers.ofByteArray());
    try {
      return answered(attempt, sending.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return failed(attempt, new WebhookFailure(Kind.READ, 0, "No answer in time"));
    } catch (ExecutionException e) {
      return failed(attempt, failure(e.getCause() == null ? e : e.getCause()));
    } finally {
      sending.cancel(true);
    }
  }

  private Optional<Fault> fault(WebhookRequest request) {
    return request.address().getPath().startsWith(FUNCTIONS)
        ? faults.now(FAULTS).filter(fault -> fault.status() > 0)
        : Optional.empty();
  }

  private static WebhookAnswer failAsPlanned(int attempt, Fault fault, Duration left)
      throws InterruptedException {
    if (fault.delay().compareTo(left) > 0) {
      Thread.sleep(left);
      return failed(attempt, new WebhookFailure(Kind.READ, 0, "No answer in time"));
    }
    Thread.sleep(fault.delay());
    return new WebhookAnswer(
        fault.status(), "", new byte[0], attempt, Optional.of(status(fault.status())));
  }

  private HttpRequest signed(WebhookRequest request) {
    var target = request.target();
    boolean post = request.method().equals("POST");
    var builder =
        HttpRequest.newBuilder(target)
            .header("user-agent", "TwilioProxy/1.1")
            .header("i-twilio-idempotency-token", request.idempotencyToken())
            .header(
                "x-twilio-signature",
                RequestSignature.of(
                    account.authToken(), target, post ? request.form() : new TreeMap<>()));
    return post
        ? builder
            .header("content-type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(BodyPublishers.ofString(request.encoded()))
            .build()
        : builder.GET().build();
  }

  private HttpClient client(Duration connect) {
    return clients.computeIfAbsent(
        connect,
        limit ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(limit)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
  }

  private static WebhookAnswer answered(int attempt, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    var type = response.headers().firstValue("content-type").orElse("").split(";", 2)[0].strip();
    var failure =
        status / 100 == 2 ? Optional.<WebhookFailure>empty() : Optional.of(status(status));
    return new WebhookAnswer(
        status, type.toLowerCase(Locale.ROOT), response.body(), attempt, failure);
  }

  private static WebhookFailure status(int status) {
    return new WebhookFailure(Kind.STATUS, status, "Answered " + status);
  }

  private static WebhookAnswer failed(int attempt, WebhookFailure failure) {
    return new WebhookAnswer(0, "", new byte[0], attempt, Optional.of(failure));
  }

  private static WebhookFailure failure(Throwable cause) {
    boolean connecting =
        cause instanceof HttpConnectTimeoutException
            || cause instanceof ConnectException
            || cause instanceof UnresolvedAddressException
            || cause instanceof SSLException;
    return new WebhookFailure(connecting ? Kind.CONNECT : Kind.READ, 0, cause.toString());
  }
}
