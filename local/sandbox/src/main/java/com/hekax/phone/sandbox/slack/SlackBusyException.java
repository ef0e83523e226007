package com.hekax.phone.sandbox.slack;

/** Too many requests: the one refusal that has a status of its own, 429. */
final class SlackBusyException extends RuntimeException {
  private final long seconds;

  /**
   * Says when to come back.
   *
   * @param seconds for the header {@code Retry-After}
   */
  SlackBusyException(long seconds) {
    super("ratelimited");
    this.seconds = seconds;
  }

  long seconds() {
    return seconds;
  }
}
