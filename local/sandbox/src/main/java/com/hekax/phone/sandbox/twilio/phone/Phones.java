package com.hekax.phone.sandbox.twilio.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The telephones of the people who can be called: by number, or {@code client:} and identity. */
public final class Phones {
  private final Map<String, PhoneSettings> byNumber = new ConcurrentHashMap<>();

  /**
   * From now on a number behaves so.
   *
   * @throws IllegalArgumentException with a sentence that says what to send
   */
  public void set(String number, JsonNode settings) {
    byNumber.put(number, PhoneSettings.read(settings));
  }

  /** How it behaves; by itself it rings and nobody answers. */
  public PhoneSettings of(String number) {
    return byNumber.getOrDefault(number, PhoneSettings.NOBODY);
  }
}
