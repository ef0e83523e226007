package com.hekax.phone.sandbox.twilio.call;

import java.net.URI;
import java.util.Set;

/**
 * Who is told of a call's progress.
 *
 * @param events of {@code initiated ringing answered completed}
 */
public record StatusTarget(URI url, String method, Set<String> events) {
  private static final Set<String> END = Set.of("completed");

  public static StatusTarget ofEnd(URI url) {
    return new StatusTarget(url, "POST", END);
  }

  /** The events of a list that may be empty. */
  public static Set<String> events(Iterable<String> named) {
    var events = new java.util.HashSet<String>();
    named.forEach(events::add);
    return events.isEmpty() ? END : Set.copyOf(events);
  }
}
