package com.hekax.phone.notifications.email;

import com.hekax.phone.platform.queues.Outgoing;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when an e-mail is tried. A service remembers for a day what it has sent; after that a
 * repeated attempt whose first one was not answered would arrive twice.
 */
final class Deadline {
  private static final Duration TRIED_FOR = Duration.ofHours(23);

  static boolean hasPassed(Outgoing outgoing, Instant now) {
    return !now.isBefore(outgoing.createdAt().plus(TRIED_FOR));
  }

  private Deadline() {}
}
