package com.hekax.phone.sandbox.twilio.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The telephones of the people who can be called: by number, or {@code client:} and identity. */
public final class Phones {
  private static final Phone NOBODYS =
      new Phone(JsonNodeFactory.instance.objectNode().put("answers", false), PhoneSettings.NOBODY);

  private final Map<String, Phone> byNumber = new ConcurrentHashMap<>();

  private record Phone(JsonNode told, PhoneSettings settings) {}

  /**
   * From now on a number behaves so.
   *
   * @throws IllegalArgumentException with a sentence that says what to send
   */
  public void set(String number, JsonNode settings) {
    byNumber.put(number, new Phone(settings, PhoneSettings.read(settings)));
  }

  /** How it behaves; by itself it rings and nobody answers. */
  public PhoneSettings of(String number) {
    return phone(number).settings();
  }

  /** The same as it was told: who sends it back changes nothing. */
  public JsonNode told(String number) {
    return phone(number).told();
  }

  private Phone phone(String number) {
    return byNumber.getOrDefault(number, NOBODYS);
  }
}
