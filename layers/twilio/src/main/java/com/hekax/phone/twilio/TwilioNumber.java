package com.hekax.phone.twilio;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parties of a call as Twilio writes them in {@code From} and {@code To}. */
public final class TwilioNumber {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /**
   * Carriers that withhold a number without knowing how to say so spell the word on the keypad
   * instead.
   */
  private static final Set<String> SPELLED_WORDS =
      Set.of(
          "+266696687", // anonymous
          "+2562533", // blocked
          "+7378742833", // restricted
          "+86282452253", // unavailable
          "+8656696"); // unknown

  /**
   * The number in E.164; empty for one that is withheld ({@code anonymous}, {@code Restricted} and
   * the like) and for a party that has none, such as {@code client:} or {@code sip:} addresses.
   */
  public static Optional<String> e164(String party) {
    return E164.matcher(party).matches() && !SPELLED_WORDS.contains(party)
        ? Optional.of(party)
        : Optional.empty();
  }

  private TwilioNumber() {}
}
