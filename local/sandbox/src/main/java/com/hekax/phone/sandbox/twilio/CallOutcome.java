package com.hekax.phone.sandbox.twilio;

import java.util.List;

/** How a call ends. */
enum CallOutcome {
  COMPLETED,
  BUSY,
  NO_ANSWER,
  FAILED,
  CANCELED;

  /** The values of {@code CallStatus} that such a call goes through, in order. */
  List<String> statuses() {
    return this == COMPLETED
        ? List.of("ringing", "in-progress", Choice.word(this))
        : List.of("ringing", Choice.word(this));
  }
}
