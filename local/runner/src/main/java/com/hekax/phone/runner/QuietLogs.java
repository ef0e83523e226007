package com.hekax.phone.runner;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the servers inside the runner from telling about every start and stop; their warnings stay.
 */
final class QuietLogs {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("io.helidon"),
          Logger.getLogger("org.elasticmq"),
          Logger.getLogger("org.apache.pekko"));

  private QuietLogs() {}

  static void apply() {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
