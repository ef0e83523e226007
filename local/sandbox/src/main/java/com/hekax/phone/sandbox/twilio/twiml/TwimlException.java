package com.hekax.phone.sandbox.twilio.twiml;

/** A document that Twilio does not run. */
public final class TwimlException extends Exception {
  private final int code;

  TwimlException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** 12100 for what is no XML, 12200 for what is XML but no TwiML. */
  public int code() {
    return code;
  }
}
