package com.hekax.phone.notifications.slack;

import java.time.Instant;
import java.util.Optional;

/**
 * Where messages of an organization go.
 *
 * @param country of the organization, two letters
 * @param sealed and what follows: see {@link KeptTokens}
 */
public record SlackTarget(
    String channelId,
    String country,
    String sealed,
    Optional<Instant> accessExpiresAt,
    int version) {

  KeptTokens tokens() {
    return new KeptTokens(sealed, accessExpiresAt, version);
  }
}
