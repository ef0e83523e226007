package com.hekax.phone.sandbox.twilio.webhook;

/**
 * Why a webhook gave nothing to go on with.
 *
 * @param status the HTTP status; 0 when there was no answer
 */
public record WebhookFailure(Kind kind, int status, String message) {

  /** Where it went wrong. */
  public enum Kind {
    CONNECT,
    READ,
    STATUS
  }

  /** Twilio's number for it: 11200 for an answer that is no success, 11205 for none. */
  public int code() {
    return kind == Kind.STATUS ? 11200 : 11205;
  }
}
