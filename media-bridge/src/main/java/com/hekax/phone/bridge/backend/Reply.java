package com.hekax.phone.bridge.backend;

/** What came back from the back end. */
sealed interface Reply {

  /** An answer, good or bad. */
  record Answered(int status, String body) implements Reply {

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The same request may be answered differently later. */
    boolean isTemporary() {
      return status == 429 || status >= 500;
    }
  }

  /**
   * No answer.
   *
   * @param sent the request may have arrived and been acted on
   */
  record Unreachable(boolean sent) implements Reply {}

  default boolean isGood() {
    return this instanceof Answered answered && answered.isSuccess();
  }

  /** Asking again may help. */
  default boolean isTemporaryFailure() {
    return switch (this) {
      case Answered answered -> answered.isTemporary();
      case Unreachable _ -> true;
    };
  }
}
