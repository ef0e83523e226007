package com.hekax.phone.sandbox.twilio.call;

/** Why a call stops whatever it does. */
public abstract sealed class Interruption extends Exception {

  private Interruption() {
    super(null, null, false, false);
  }

  /** The call is over. */
  public static final class Over extends Interruption {
    private final CallStatus unanswered;

    /**
     * The end.
     *
     * @param unanswered the final status if nobody has answered the call
     */
    public Over(CallStatus unanswered) {
      this.unanswered = unanswered;
    }

    CallStatus unanswered() {
      return unanswered;
    }
  }

  /** The call goes on with other TwiML. */
  public static final class Redirected extends Interruption {
    private final transient Source source;

    Redirected(Source source) {
      this.source = source;
    }

    Source source() {
      return source;
    }
  }

  /** A caller in a queue leaves it. */
  public static final class LeftQueue extends Interruption {}
}
