package com.hekax.phone.sandbox.hubspot;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** Which values the properties take. */
final class PropertyRules {
  private static final int LONGEST = 65_536;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private record Rule(Pattern form, String code) {}

  private static final Map<String, Rule> FORMS =
      Map.of(
          "email",
          new Rule(Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"), "INVALID_EMAIL"),
          "hs_call_duration",
          new Rule(DIGITS, "INVALID_LONG"));

  static void check(ObjectType type, String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (value.length() > LONGEST) {
      throw HubSpotError.property(
          name, "PROPERTY_VALUE_TOO_LONG", name + " is longer than " + LONGEST + " characters");
    }
    var choices = type.choices(name);
    if (!choices.isEmpty() && !choices.contains(value)) {
      throw HubSpotError.property(
          name, "INVALID_OPTION", value + " was not one of the allowed options: " + choices);
    }
    var rule = FORMS.get(name);
    if (rule != null && !rule.form().matcher(value).matches()) {
      throw HubSpotError.property(name, rule.code(), name + " " + value + " is invalid");
    }
    if (name.equals("hs_timestamp") && !isTime(value)) {
      throw HubSpotError.property(name, "INVALID_DATE", value + " was not a valid long.");
    }
  }

  /** Milliseconds since 1970, or ISO 8601. */
  private static boolean isTime(String value) {
    if (DIGITS.matcher(value).matches()) {
      return true;
    }
    try {
      return !Instant.parse(value).equals(Instant.MIN);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private PropertyRules() {}
}
