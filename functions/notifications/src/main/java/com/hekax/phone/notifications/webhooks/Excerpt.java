package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.platform.telemetry.Masked;
import java.util.regex.Pattern;

/** The beginning of what a receiver answered, as the organization may see it in its log. */
final class Excerpt {
  private static final int LONGEST = 1_000;
  private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]+");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** One line, without what looks like a person or a signing secret. */
  static String of(String text) {
    // Masked before it is cut, or half a number would stay.
    var line = BLANK.matcher(text).replaceAll(" ").strip();
    var masked = SECRET.matcher(Masked.text(line)).replaceAll("(secret)");
    return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST);
  }

  private Excerpt() {}
}
