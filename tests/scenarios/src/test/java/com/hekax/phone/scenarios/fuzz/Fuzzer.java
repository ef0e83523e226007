package com.hekax.phone.scenarios.fuzz;

import com.hekax.phone.scenarios.isolation.ProvenProduct;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Sends requests, several at a time, and looks at every answer. */
final class Fuzzer {
  static final int SENDERS = 6;

  /** A function's time-out; the gateway waits twice as long. */
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final Pattern INSIDES =
      Pattern.compile("com\\.hekax|org\\.postgresql|Exception|\\bat [a-z]+\\.[a-z]+\\.");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final ProvenProduct proven;
  private final FuzzRequests requests;
  private final FuzzFindings findings = new FuzzFindings();

  Fuzzer(ProvenProduct proven, FuzzRequests requests) {
    this.proven = proven;
    this.requests = requests;
  }

  FuzzFindings findings() {
    return findings;
  }

  /** Sends so many more, the same ones for the same seed. */
  void send(int count, long seed) throws Exception {
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      var work = new ArrayList<Callable<Void>>();
      for (int sender = 0; sender < SENDERS; sender++) {
        var random = new Random(seed * 1_000_003 + sender);
        int share = count / SENDERS + (sender < count % SENDERS ? 1 : 0);
        work.add(
            () -> {
              for (int i = 0; i < share; i++) {
                send(requests.next(random));
              }
              return null;
            });
      }
      for (var done : senders.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A request could not be made", failed.getCause());
    }
  }

  private void send(FuzzRequest request) throws InterruptedException {
    long start = System.nanoTime();
    try {
      var response = client.send(http(request), BodyHandlers.ofString());
      long nanos = System.nanoTime() - start;
      findings.answered(request, response.statusCode(), nanos);
      look(request, response, nanos);
    } catch (IOException e) {
      findings.fault(request + " was not answered: " + e);
    }
  }

  private HttpRequest http(FuzzRequest request) {
    var builder =
        HttpRequest.newBuilder(proven.product().runner().baseUri().resolve(request.pathAndQuery()))
            .timeout(LIMIT.multipliedBy(2))
            .method(
                request.method(),
                request.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private void look(FuzzRequest request, HttpResponse<String> response, long nanos) {
    if (response.statusCode() >= 500) {
      findings.fault(request + ": " + response.statusCode() + " " + response.body());
    }
    if (nanos > LIMIT.toNanos()) {
      findings.fault(request + " took " + Duration.ofNanos(nanos));
    }
    if (response.headers().firstValue("apigw-requestid").isPresent()) {
      lookAtApi(request, response);
    }
  }

  private void lookAtApi(FuzzRequest request, HttpResponse<String> response) {
    var headers = response.headers();
    for (var name :
        List.of(
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "content-security-policy",
            "cache-control")) {
      if (headers.firstValue(name).isEmpty()) {
        findings.fault(request + ": no " + name);
      }
    }
    if (headers.map().keySet().stream().anyMatch(name -> name.startsWith("access-control"))) {
      findings.fault(request + ": lets other origins in");
    }
    if (response.statusCode() >= 400 && INSIDES.matcher(response.body()).find()) {
      findings.fault(request + " shows its insides: " + response.body());
    }
  }
}
