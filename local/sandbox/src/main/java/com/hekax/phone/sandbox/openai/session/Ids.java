package com.hekax.phone.sandbox.openai.session;

import java.security.SecureRandom;

/** Names as the API gives them: a kind and 21 letters and digits. */
final class Ids {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  static String session() {
    return next("sess_");
  }

  static String conversation() {
    return next("conv_");
  }

  static String event() {
    return next("event_");
  }

  static String item() {
    return next("item_");
  }

  static String response() {
    return next("resp_");
  }

  static String call() {
    return next("call_");
  }

  private static String next(String kind) {
    var id = new StringBuilder(kind);
    for (int i = 0; i < 21; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  private Ids() {}
}
