package com.hekax.phone.bridge.conversation;

import java.time.Duration;
import java.util.Optional;

/** Keys that the caller presses, until a hash or a pause ends the number; a hash alone is one. */
final class Keys {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST = 32;

  private final Effects effects;
  private final StringBuilder pressed = new StringBuilder();

  Keys(Effects effects) {
    this.effects = effects;
  }

  /** One more key; returns the number if this ended it. */
  Optional<String> press(char key) {
    if (key == '#' || pressed.length() >= MOST) {
      effects.stop(Timer.KEYS);
      return take().or(() -> Optional.of("#"));
    }
    pressed.append(key);
    effects.start(Timer.KEYS, PAUSE);
    return Optional.empty();
  }

  /** The number so far, if any, which is then forgotten. */
  Optional<String> take() {
    var number = pressed.toString();
    pressed.setLength(0);
    return number.isEmpty() ? Optional.empty() : Optional.of(number);
  }
}
