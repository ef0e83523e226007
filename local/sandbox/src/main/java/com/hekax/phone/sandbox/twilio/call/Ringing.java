package com.hekax.phone.sandbox.twilio.call;

import java.time.Duration;

/** Rings somebody's telephone. */
final class Ringing {

  /** Until somebody answers; whatever else comes of it ends the leg. */
  static void ring(TwimlRun run, Duration timeout) throws Interruption, InterruptedException {
    var call = run.call();
    run.move(CallStatus.INITIATED);
    run.move(CallStatus.RINGING);
    var phone = run.exchange().phones().of(call.to());
    var until = phone.ringing().filter(ringing -> ringing.compareTo(timeout) < 0);
    run.pause(until.orElse(timeout));
    if (until.isPresent() && phone.busy()) {
      throw new Interruption.Over(CallStatus.BUSY);
    }
    if (until.isEmpty() || !phone.answers()) {
      throw new Interruption.Over(CallStatus.NO_ANSWER);
    }
    run.answer();
  }

  private Ringing() {}
}
