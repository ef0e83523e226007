package com.hekax.phone.sandbox.twilio.call;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of dialing.
 *
 * @param leg the one that was answered, or the last that was not
 * @param talk how long it lasted from the answer
 * @param bridged whether the two heard each other
 */
record DialResult(
    CallStatus status,
    boolean answered,
    Optional<Call> leg,
    Duration talk,
    boolean bridged,
    Optional<Recording> recording) {

  static DialResult unanswered(CallStatus status) {
    return new DialResult(status, false, Optional.empty(), Duration.ZERO, false, Optional.empty());
  }

  static DialResult unanswered(Call leg) {
    return new DialResult(
        leg.status(), false, Optional.of(leg), Duration.ZERO, false, Optional.empty());
  }
}
