package com.hekax.phone.sandbox.twilio.call;

import java.util.UUID;

/** Names of resources: two letters and 32 hexadecimal digits. */
public final class Sid {

  public static String of(String kind) {
    return kind + UUID.randomUUID().toString().replace("-", "");
  }

  private Sid() {}
}
