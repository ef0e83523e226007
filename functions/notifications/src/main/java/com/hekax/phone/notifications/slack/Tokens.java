package com.hekax.phone.notifications.slack;

import java.util.Optional;

/**
 * What opens a workspace in Slack.
 *
 * @param refresh serves once; only with token rotation
 */
record Tokens(String access, Optional<String> refresh) {

  /** Not the tokens: this text may end up in a log. */
  @Override
  public String toString() {
    return "Tokens";
  }
}
