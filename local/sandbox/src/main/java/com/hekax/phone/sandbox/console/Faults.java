package com.hekax.phone.sandbox.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which stand-ins fail just now, and how. */
public final class Faults {
  private final Map<String, Planned> byTarget = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Faults(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A way to fail.
   *
   * @param status the HTTP status to answer with; 0 to answer as ever, only late
   * @param delay how long to wait before the answer
   * @param retryAfter seconds, for the header of that name
   */
  public record Fault(int status, Duration delay, Optional<Integer> retryAfter) {}

  private record Planned(Fault fault, Instant until) {}

  /** From now until then, every request to the target fails so. */
  public void plan(String target, Fault fault, Duration howLong) {
    byTarget.put(target, new Planned(fault, clock.instant().plus(howLong)));
  }

  public void clear(String target) {
    byTarget.remove(target);
  }

  /** How a request to the target is to fail now. */
  public Optional<Fault> now(String target) {
    return Optional.ofNullable(byTarget.get(target))
        .filter(planned -> clock.instant().isBefore(planned.until()))
        .map(Planned::fault);
  }

  /** What fails just now, by target. */
  public Map<String, Fault> all() {
    var current = new java.util.TreeMap<String, Fault>();
    byTarget.keySet().forEach(target -> now(target).ifPresent(fault -> current.put(target, fault)));
    return current;
  }
}
