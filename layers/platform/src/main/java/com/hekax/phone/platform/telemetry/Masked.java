package com.hekax.phone.platform.telemetry;

import java.util.regex.Pattern;

/**
 * Hides what looks like a phone number or an e-mail address in text that others wrote, before it is
 * logged or kept. A safety net under the rule that such things are not logged, not a reason to log
 * them.
 */
public final class Masked {
  private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ().-]{5,18}\\d");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");

  private Masked() {}

  /** The text with each of them replaced by what it was. */
  public static String text(String text) {
    if (text.indexOf('+') < 0 && text.indexOf('@') < 0) {
      return text;
    }
    var withoutEmails = EMAIL.matcher(text).replaceAll("(e-mail)");
    return PHONE.matcher(withoutEmails).replaceAll("(phone)");
  }
}
