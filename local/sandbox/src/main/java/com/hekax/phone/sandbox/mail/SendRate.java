package com.hekax.phone.sandbox.mail;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many requests of the whole team in any second (page "Usage Limits", read 2026-11-22). */
final class SendRate {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Deque<Instant> recent = new ArrayDeque<>();
  private int most = 5;

  SendRate(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void most(int requests) {
    most = requests;
  }

  /** Counts a request, and tells how many more there may be. */
  synchronized void count(ServerResponse response) {
    var now = clock.instant();
    while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    boolean isOneTooMany = recent.size() >= most;
    if (!isOneTooMany) {
      recent.addLast(now);
    }
    header(response, "ratelimit-limit", most);
    header(response, "ratelimit-remaining", most - recent.size());
    header(response, "ratelimit-reset", WINDOW.toSeconds());
    if (isOneTooMany) {
      header(response, "retry-after", WINDOW.toSeconds());
      throw ResendError.of(
          429,
          "rate_limit_exceeded",
          "Too many requests. You can only make %d requests per second.".formatted(most));
    }
  }

  private static void header(ServerResponse response, String name, long value) {
    response.header(HeaderNames.create(name), Long.toString(value));
  }
}
