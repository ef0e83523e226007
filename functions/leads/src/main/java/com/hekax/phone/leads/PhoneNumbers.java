package com.hekax.phone.leads;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers as people say them. */
final class PhoneNumbers {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /**
   * The number in E.164, if it is one.
   *
   * @param words for example {@code (415) 555-0132}
   * @param country where it is said, ISO 3166-1 with two letters
   */
  static Optional<String> read(String words, String country) {
    try {
      var number = NUMBERS.parse(words, country);
      return NUMBERS.isValidNumber(number)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private PhoneNumbers() {}
}
