package com.hekax.phone.sandbox.twilio.call;

/** What a call does from its first moment to its last. */
@FunctionalInterface
interface Program {
  void run(TwimlRun run) throws Interruption, ApplicationException, InterruptedException;
}
