package com.hekax.phone.platform.limits;

import java.time.Duration;

/** What came of counting a request. */
public sealed interface Spending {

  /**
   * It may go on.
   *
   * @param quota the one of which least is left, as are the others
   * @param remaining how many more may follow at once
   * @param fullAgain until all of the quota is there again
   */
  record Granted(Quota quota, int remaining, Duration fullAgain) implements Spending {}

  /**
   * One quota is used up; what it is part of was not charged.
   *
   * @param retryAfter until one request is there again
   */
  record Exhausted(Quota quota, Duration fullAgain, Duration retryAfter) implements Spending {}

  /** The database did not count it in time. */
  record Uncounted() implements Spending {}
}
