package com.hekax.phone.sandbox.twilio.call;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that the product asks for.
 *
 * @param timeout how long it rings at most
 * @param program what it does once it is answered
 */
public record OutgoingCall(
    String from,
    String to,
    Duration timeout,
    Program program,
    Optional<Source.Fetch> fallback,
    Optional<StatusTarget> status) {

  /** One that runs TwiML. */
  public static OutgoingCall running(
      String from,
      String to,
      Duration timeout,
      Source source,
      Optional<Source.Fetch> fallback,
      Optional<StatusTarget> status) {
    return new OutgoingCall(from, to, timeout, run -> run.run(source), fallback, status);
  }
}
