package com.hekax.phone.start.call;

import com.hekax.phone.start.StartException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A caller that the sandbox can play, and what their call is to lead to. */
enum Script {
  NEW_LEAD(
      "new-lead",
      "somebody new needs something",
      EnumSet.of(Expected.CALL_ENDED, Expected.LEAD, Expected.CRM_RECORDS, Expected.WEBHOOK));

  private final String word;
  private final String about;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes one that never changes.
  private final Set<Expected> expected;

  Script(String word, String about, Set<Expected> expected) {
    this.word = word;
    this.about = about;
    this.expected = Set.copyOf(expected);
  }

  /**
   * The script of that name.
   *
   * @throws StartException with the names there are
   */
  static Script named(String word) {
    return Arrays.stream(values())
        .filter(script -> script.word.equals(word))
        .findFirst()
        .orElseThrow(
            () -> new StartException("There is no script %s:%n%s".formatted(word, catalogue())));
  }

  /** All of them, a line each. */
  static String catalogue() {
    return Arrays.stream(values())
        .map(script -> "  %-20s %s".formatted(script.word, script.about))
        .collect(Collectors.joining("\n"));
  }

  String word() {
    return word;
  }

  Set<Expected> expected() {
    return expected;
  }
}
