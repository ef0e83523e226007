package com.hekax.phone.sandbox.twilio.conference;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All conferences, newest last. */
public final class Conferences {
  private final Map<String, Conference> bySid = new LinkedHashMap<>();
  private final InstantSource clock;

  public Conferences(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The one of that name that is not over, or a new one.
   *
   * @param listener told of what happens in a new one
   */
  public synchronized Conference open(String name, ConferenceListener listener) {
    return current(name)
        .orElseGet(
            () -> {
              var sid = "CF" + UUID.randomUUID().toString().replace("-", "");
              var conference = new Conference(sid, name, clock, listener);
              bySid.put(sid, conference);
              return conference;
            });
  }

  /** By its SID, or by the name of one that is not over. */
  public synchronized Optional<Conference> find(String sidOrName) {
    return Optional.ofNullable(bySid.get(sidOrName)).or(() -> current(sidOrName));
  }

  public synchronized Collection<Conference> all() {
    return List.copyOf(bySid.values());
  }

  private Optional<Conference> current(String name) {
    return bySid.values().stream()
        .filter(one -> one.name().equals(name) && !one.isOver())
        .findFirst();
  }
}
