package com.hekax.phone.notifications.slack;

/** Text of other people as it stands in a message. */
final class SlackText {

  /**
   * Escaped, so that nothing in it calls anybody or is a link ("Formatting text for app surfaces"
   * at docs.slack.dev, read 2026-11-22), and cut where it would be longer than Slack takes.
   *
   * @param most characters, escaped
   */
  static String of(String text, int most) {
    var escaped = new StringBuilder();
    int fits = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      escaped.append(escaped(character));
      if (escaped.length() > most) {
        return escaped.substring(0, fits) + "…";
      }
      if (escaped.length() < most) {
        fits = escaped.length();
      }
      i += Character.charCount(character);
    }
    return escaped.toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(character);
    };
  }

  private SlackText() {}
}
