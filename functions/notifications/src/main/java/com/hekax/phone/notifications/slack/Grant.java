package com.hekax.phone.notifications.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What came of asking Slack for tokens. */
sealed interface Grant {

  /**
   * Here they are.
   *
   * @param accessLife how long the access token is good; empty when it does not end
   * @param place where to write; empty when nobody was asked for a channel, as at a renewal
   */
  record Given(
      Tokens tokens, Optional<Duration> accessLife, Set<String> scopes, Optional<Place> place)
      implements Grant {}

  /**
   * The code or the refresh token is not good, and never will be.
   *
   * @param reason shown to the organization
   */
  record Refused(String reason) implements Grant {}

  /** No answer that says anything; the same question may be asked again. */
  record Unavailable(Duration after) implements Grant {}

  /** The channel that somebody picked. */
  record Place(String teamId, String teamName, String channelId, String channelName) {}
}
