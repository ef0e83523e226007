package com.hekax.phone.sandbox.hubspot;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many requests of one app to one portal in any ten seconds. */
final class RateLimit {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Map<Long, Deque<Instant>> byPortal = new ConcurrentHashMap<>();
  private volatile int most = 110;

  RateLimit(InstantSource clock) {
    this.clock = clock;
  }

  void most(int requests) {
    most = requests;
  }

  /** Counts a request, and tells how many more there may be; a search is not told. */
  void count(long hubId, boolean isSearch, ServerResponse response) {
    var now = clock.instant();
    var recent = byPortal.computeIfAbsent(hubId, _ -> new ArrayDeque<>());
    int left;
    synchronized (recent) {
      while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(WINDOW))) {
        recent.removeFirst();
      }
      left = most - recent.size() - 1;
      if (left >= 0) {
        recent.addLast(now);
      }
    }
    if (!isSearch) {
      header(response, "X-HubSpot-RateLimit-Max", most);
      header(response, "X-HubSpot-RateLimit-Remaining", Math.max(0, left));
      header(response, "X-HubSpot-RateLimit-Interval-Milliseconds", WINDOW.toMillis());
    }
    if (left < 0) {
      throw HubSpotError.busy("TEN_SECONDLY_ROLLING");
    }
  }

  private static void header(ServerResponse response, String name, long value) {
    response.header(HeaderNames.create(name), Long.toString(value));
  }
}
