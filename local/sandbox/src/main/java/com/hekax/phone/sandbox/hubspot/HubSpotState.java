package com.hekax.phone.sandbox.hubspot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that HubSpot knows, of all portals. */
final class HubSpotState {
  private final Map<Long, Portal> portals = new ConcurrentSkipListMap<>();
  private final InstantSource clock;
  private final AtomicLong ids;
  private final OAuthServer oauth;
  private final RateLimit limit;
  private volatile Duration searchLag = Duration.ZERO;

  HubSpotState(InstantSource clock) {
    this.clock = clock;
    // Whoever remembers an id of a run before finds nobody under it, and not somebody else.
    this.ids = new AtomicLong(clock.millis() * 100);
    this.oauth = new OAuthServer(clock);
    this.limit = new RateLimit(clock);
  }

  Portal portal(long hubId) {
    return portals.computeIfAbsent(hubId, id -> new Portal(id, ids, clock));
  }

  List<Portal> portals() {
    return List.copyOf(portals.values());
  }

  OAuthServer oauth() {
    return oauth;
  }

  RateLimit limit() {
    return limit;
  }

  Duration searchLag() {
    return searchLag;
  }

  /** How long a record is not found by a search after it was written. */
  void searchLag(Duration lag) {
    searchLag = lag;
  }
}
