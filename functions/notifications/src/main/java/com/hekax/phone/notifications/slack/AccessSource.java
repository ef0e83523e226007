package com.hekax.phone.notifications.slack;

/** Where the token of one connection comes from. */
interface AccessSource {

  /** A token that is good for the next minutes. */
  Access current();

  /**
   * Another one, because Slack says that the current one has ended.
   *
   * @param version of the one that has
   */
  Access insteadOf(int version);
}
