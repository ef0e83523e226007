package com.hekax.phone.sandbox.twilio.call;

import java.util.Locale;

/** Who began a leg. */
public enum Direction {
  INBOUND,
  OUTBOUND_API,
  OUTBOUND_DIAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
