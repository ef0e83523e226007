package com.hekax.phone.notifications.slack;

import java.time.Duration;

/** Whether Slack can be asked something now. */
sealed interface Access {

  /**
   * With this token.
   *
   * @param version of the pair that it is of
   */
  record Granted(String token, int version) implements Access {

    @Override
    public String toString() {
      return "Granted[version=" + version + "]";
    }
  }

  /** Not now. */
  record NotNow(Duration after) implements Access {}

  /**
   * Not before the organization connects it again.
   *
   * @param reason shown to the organization
   */
  record Lost(String reason, int version) implements Access {}
}
