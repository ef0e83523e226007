package com.hekax.phone.sandbox.twilio.call;

import java.util.Locale;

/** Where a call is; its words are those of {@code CallStatus}. */
public enum CallStatus {
  QUEUED,
  INITIATED,
  RINGING,
  IN_PROGRESS,
  COMPLETED,
  BUSY,
  FAILED,
  NO_ANSWER,
  CANCELED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isFinal() {
    return compareTo(COMPLETED) >= 0;
  }
}
