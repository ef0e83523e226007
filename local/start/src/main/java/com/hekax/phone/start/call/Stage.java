package com.hekax.phone.start.call;

import java.util.Map;
import java.util.Optional;

/**
 * What is otherwise than usual while a script is played.
 *
 * @param colleague what the person does who is rung first; empty when nobody is to be rung
 * @param modelDown whether the model lets nobody in
 */
record Stage(Optional<Colleague> colleague, boolean modelDown) {
  static final Stage USUAL = new Stage(Optional.empty(), false);

  /** What somebody does whose telephone rings. */
  enum Colleague {
    ANSWERS,
    DOES_NOT_ANSWER;

    /** As the sandbox's console takes it. */
    Map<String, Object> phone() {
      return switch (this) {
        case ANSWERS -> Map.of("answers", true, "afterMillis", 1500, "says", "colleague-hello");
        // As many carriers do it: they do not let it ring as long as they are asked to.
        case DOES_NOT_ANSWER -> Map.of("answers", false, "afterMillis", 3000);
      };
    }
  }

  static Stage with(Colleague colleague) {
    return new Stage(Optional.of(colleague), false);
  }

  /** The same without a model. */
  Stage withoutModel() {
    return new Stage(colleague, true);
  }
}
