package com.hekax.phone.bridge.conversation;

/** The part of a sentence that was heard before it was interrupted. */
final class HeardText {
  private HeardText() {}

  /** As much of the text as was heard of its sound, in whole words. */
  static String of(String text, int heardMs, int sentMs) {
    if (sentMs <= 0 || heardMs <= 0) {
      return "";
    }
    if (heardMs >= sentMs) {
      return text;
    }
    int end = (int) ((long) text.length() * heardMs / sentMs);
    while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end).stripTrailing();
  }
}
