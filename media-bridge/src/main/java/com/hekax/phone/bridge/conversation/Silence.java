package com.hekax.phone.bridge.conversation;

import java.time.Duration;

/**
 * A caller who says nothing: after a while they are asked whether they are there, some times, and
 * then the assistant says goodbye. The time runs while nobody speaks and nothing is being done.
 */
final class Silence {
  private final Effects effects;
  private final Duration patience;
  private final int checkIns;
  private int asked;
  private boolean quiet;

  Silence(Effects effects, Limits limits) {
    this.effects = effects;
    this.patience = limits.checkInAfter();
    this.checkIns = limits.checkIns();
  }

  /** Tells whether it is quiet now. */
  void watch(boolean isQuiet) {
    if (isQuiet == quiet) {
      return;
    }
    quiet = isQuiet;
    if (quiet) {
      effects.start(Timer.SILENCE, patience);
    } else {
      effects.stop(Timer.SILENCE);
    }
  }

  /** The caller speaks. */
  void broken() {
    asked = 0;
  }

  /** The caller pressed a key, which makes no sound and is no silence either. */
  void keyPressed() {
    broken();
    if (quiet) {
      effects.start(Timer.SILENCE, patience);
    }
  }

  /** It has been quiet for long; true if the caller is to be asked, false if that was enough. */
  boolean askAgain() {
    quiet = false;
    asked++;
    return asked <= checkIns;
  }
}
