package com.hekax.phone.bridge.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the bridge asked the model to speak; sent along as metadata, and comes back with the
 * response. Of two that wait, the later in this order is said.
 */
public enum Purpose {
  CHECK_IN,
  ANSWER,
  APOLOGY,
  GREETING,
  HAND_OVER,
  GOODBYE;

  /** As it stands in the metadata, for example {@code check-in}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The purpose with this tag, if it is one. */
  public static Optional<Purpose> tagged(String tag) {
    return Arrays.stream(values()).filter(purpose -> purpose.tag().equals(tag)).findFirst();
  }
}
