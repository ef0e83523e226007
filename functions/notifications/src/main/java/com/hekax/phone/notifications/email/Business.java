package com.hekax.phone.notifications.email;

import com.hekax.phone.notifications.PhoneText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Whose members are told, and so how times and numbers are written for them.
 *
 * @param timeZone a name of the time zone database
 * @param country two letters of ISO 3166-1
 */
public record Business(String name, String timeZone, String country) {
  /** With the day and the zone: an e-mail is read at another time, in another place. */
  String time(Instant instant) {
    var there = Locale.of("en", country);
    var local = instant.atZone(ZoneId.of(timeZone));
    var time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(there)
            .format(local);
    var zone = DateTimeFormatter.ofPattern("z", there).format(local);
    // Some mail programs have no narrow space, which stands before AM and PM.
    return time.replace('\u202f', ' ') + " " + zone;
  }

  /**
   * A number as people there write it.
   *
   * @param number E.164
   */
  String phone(String number) {
    return PhoneText.of(number, country);
  }
}
