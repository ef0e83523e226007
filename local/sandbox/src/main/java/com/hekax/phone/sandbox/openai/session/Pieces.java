package com.hekax.phone.sandbox.openai.session;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts in the pieces in which a model makes them; joined they are the text again. */
final class Pieces {
  private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");
  private static final Pattern SOME_CHARACTERS = Pattern.compile("(?s).{1,12}");

  static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  static List<String> characters(String text) {
    return SOME_CHARACTERS.matcher(text).results().map(MatchResult::group).toList();
  }

  private Pieces() {}
}
