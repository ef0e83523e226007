package com.hekax.phone.notifications;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Telephone numbers as people read them. */
public final class PhoneText {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /**
   * A number as it is written in the business's own country; one of another country with its code.
   *
   * @param e164 for example {@code +14155550132}
   * @param country of the business, ISO 3166-1 with two letters
   */
  public static String of(String e164, String country) {
    try {
      var number = NUMBERS.parse(e164, country);
      // By the code and not the region: Canada dials the United States as itself.
      boolean isOwn = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(country);
      return NUMBERS.format(
          number, isOwn ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  private PhoneText() {}
}
