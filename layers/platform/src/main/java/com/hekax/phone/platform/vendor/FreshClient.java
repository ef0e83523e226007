package com.hekax.phone.platform.vendor;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of the JDK, made new after a pause. Lambda stops a function between requests and
 * may take a snapshot of it; meanwhile vendors close connections, which the stopped function cannot
 * notice, and the first request on such a connection would be lost without our knowing whether it
 * was received.
 */
final class FreshClient {
  /** Shorter than the keep-alive of any vendor we know. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Duration connectWithin;
  private final InstantSource clock;
  private @Nullable HttpClient client;
  private Instant usedAt = Instant.MIN;

  FreshClient(Duration connectWithin, InstantSource clock) {
    this.connectWithin = connectWithin;
    this.clock = clock;
  }

  synchronized HttpClient get() {
    var now = clock.instant();
    var current = client;
    if (current == null || now.isAfter(usedAt.plus(LONGEST_PAUSE))) {
      if (current != null) {
        current.shutdown();
      }
      current = build();
      client = current;
    }
    usedAt = now;
    return current;
  }

  private HttpClient build() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(connectWithin)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
