package com.hekax.phone.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One stream of a call to the media bridge.
 *
 * @param cameBack why there is another one; empty for the first
 * @param usedAt when the bridge showed its token
 * @param closedAt when the stream was over
 * @param hangUpAt when we were asked to end the call
 */
public record BridgeSession(
    UUID id,
    Optional<ComingBack> cameBack,
    Optional<Instant> usedAt,
    Optional<Instant> closedAt,
    Optional<Instant> hangUpAt) {

  /** Whether its token may still open a stream. */
  boolean isWaiting() {
    return usedAt.isEmpty() && closedAt.isEmpty();
  }
}
