package com.hekax.phone.sandbox.twilio.call;

/** The product gave nothing that can be run; the caller hears of an application error. */
final class ApplicationException extends Exception {
  private final int code;

  ApplicationException(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
