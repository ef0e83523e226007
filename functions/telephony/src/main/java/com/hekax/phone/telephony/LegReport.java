package com.hekax.phone.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Twilio once said about a leg.
 *
 * @param parentCallSid the caller's leg, of a leg that was dialed for it
 * @param from E.164; empty when it is withheld or no phone
 * @param to E.164; empty when it is no phone
 * @param at when the leg came to this status
 * @param talkTime from the answer to the end, with the last status of a leg that was answered
 */
public record LegReport(
    String callSid,
    Optional<String> parentCallSid,
    LegDirection direction,
    Optional<String> from,
    Optional<String> to,
    LegStatus status,
    Instant at,
    Optional<Duration> talkTime) {

  /** The number of ours that the call came to or was made from. */
  Optional<String> businessNumber() {
    return direction == LegDirection.INBOUND ? to : from;
  }

  /** When the leg was answered, as far as this report tells. */
  Optional<Instant> answeredAt() {
    return switch (status) {
      case IN_PROGRESS -> Optional.of(at);
      case COMPLETED -> talkTime.map(at::minus);
      default -> Optional.empty();
    };
  }

  /** A moment at which the leg was there already. */
  Instant startedBy() {
    return answeredAt().orElse(at);
  }
}
