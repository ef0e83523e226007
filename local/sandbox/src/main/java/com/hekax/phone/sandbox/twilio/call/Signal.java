package com.hekax.phone.sandbox.twilio.call;

/** What the thread of a call waits for. */
public sealed interface Signal {

  /** The person put the receiver down. */
  record HungUp() implements Signal {}

  /**
   * The call is ended from outside.
   *
   * @param unanswered its status if nobody has answered it yet
   */
  record Ended(CallStatus unanswered) implements Signal {}

  /** The call goes on with other TwiML. */
  record Updated(Source source) implements Signal {}

  record Key(char key) implements Signal {}

  /** Something that was begun is over. */
  record Finished(Awaited what) implements Signal {}

  /** A leg that this call dials was answered. */
  record Answered(Call child) implements Signal {}

  /** Who answered is ready to be put through. */
  record Ready(Call child) implements Signal {}

  /** A leg that this call dialed is over, or goes its own way. */
  record Left(Call child) implements Signal {}
}
