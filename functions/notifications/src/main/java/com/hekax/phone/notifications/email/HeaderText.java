package com.hekax.phone.notifications.email;

import java.util.regex.Pattern;

/** Text that becomes a line of an e-mail's head. */
final class HeaderText {
  private static final int LONGEST = 150;

  /** Line ends, which would begin another header, and marks that turn the direction of reading. */
  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  /** One line of what can be seen, cut where nothing is torn apart. */
  static String of(String text) {
    var line = UNSEEN.matcher(text).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
  }

  private HeaderText() {}
}
