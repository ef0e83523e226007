package com.hekax.phone.start.call;

import com.hekax.phone.start.StartException;
import com.hekax.phone.start.call.Stage.Colleague;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A caller that the sandbox can play, and what their call is to lead to. */
enum Script {
  NEW_LEAD(
      "new-lead",
      "somebody new needs something",
      Stage.USUAL,
      Expected.CALL_ENDED,
      Expected.WORDS_SAVED,
      Expected.LEAD,
      Expected.CRM_RECORDS,
      Expected.WEBHOOK,
      Expected.SLACK,
      Expected.EMAIL),
  INTERRUPT(
      "interrupt",
      "somebody talks over the greeting, and is listened to",
      Stage.USUAL,
      Expected.CALL_ENDED,
      Expected.WORDS_SAVED,
      Expected.INTERRUPTION,
      Expected.LEAD,
      Expected.CRM_RECORDS,
      Expected.WEBHOOK,
      Expected.SLACK,
      Expected.EMAIL),
  TRANSFER(
      "transfer",
      "somebody asks for a person, who takes the call",
      Stage.with(Colleague.ANSWERS),
      Expected.CALL_ENDED,
      Expected.WORDS_SAVED,
      Expected.TRANSFER,
      Expected.TALK),
  NOBODY_HOME(
      "nobody-home",
      "somebody asks for a person, who does not answer, and leaves a message",
      Stage.with(Colleague.DOES_NOT_ANSWER),
      Expected.CALL_ENDED,
      Expected.WORDS_SAVED,
      Expected.NO_ANSWER,
      Expected.MESSAGE,
      Expected.SLACK,
      Expected.EMAIL),
  MODEL_DOWN(
      "model-down",
      "the model lets nobody in: a person takes the call",
      Stage.with(Colleague.ANSWERS).withoutModel(),
      Expected.CALL_ENDED,
      Expected.WITHOUT_MODEL,
      Expected.TRANSFER,
      Expected.TALK),
  MODEL_DOWN_VOICEMAIL(
      "model-down-voicemail",
      "the same when the person does not answer: a voicemail is kept",
      Stage.with(Colleague.DOES_NOT_ANSWER).withoutModel(),
      Expected.CALL_ENDED,
      Expected.WITHOUT_MODEL,
      Expected.NO_ANSWER,
      Expected.VOICEMAIL,
      Expected.SLACK,
      Expected.EMAIL),
  HANG_UP_EARLY(
      "hang-up-early",
      "the line drops right after need and name",
      Stage.USUAL,
      Expected.CALL_ENDED,
      Expected.WORDS_SAVED,
      Expected.LINE_LOST,
      Expected.LEAD,
      Expected.CRM_RECORDS,
      Expected.WEBHOOK,
      Expected.SLACK,
      Expected.EMAIL);

  private static final String ALL = "all";

  private final String word;
  private final String about;

  @SuppressWarnings("ImmutableEnumChecker") // A record of an enum and a boolean.
  private final Stage stage;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that never changes.
  private final Set<Expected> expected;

  Script(String word, String about, Stage stage, Expected... expected) {
    this.word = word;
    this.about = about;
    this.stage = stage;
    this.expected = Set.of(expected);
  }

  /**
   * The script of that name, or all of them.
   *
   * @throws StartException with the names there are
   */
  static List<Script> named(String word) {
    var named =
        Arrays.stream(values())
            .filter(script -> word.equals(ALL) || script.word.equals(word))
            .toList();
    if (named.isEmpty()) {
      throw new StartException("There is no script %s:%n%s".formatted(word, catalogue()));
    }
    return named;
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

  Stage stage() {
    return stage;
  }

  Set<Expected> expected() {
    return expected;
  }
}
