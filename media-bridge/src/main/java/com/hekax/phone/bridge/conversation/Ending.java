package com.hekax.phone.bridge.conversation;

import java.time.Duration;

/**
 * The last words of the assistant: a goodbye or a hand-over. The call goes on only when they have
 * been heard, which the end of the model's response does not say, or when that takes too long.
 */
final class Ending {
  private static final Duration GOODBYE = Duration.ofSeconds(12);
  private static final Duration HAND_OVER = Duration.ofSeconds(6);
  private static final Duration AFTER_WORDS = Duration.ofMillis(300);
  private static final Duration AFTER_SILENCE = Duration.ofSeconds(1);

  private final Effects effects;
  private EndReason reason = EndReason.CALLER_HUNG_UP;
  private boolean said;
  private boolean audible;
  private boolean pausing;
  private boolean takenBack;

  Ending(Effects effects) {
    this.effects = effects;
  }

  /** The goodbye begins. */
  void goodbye(EndReason why) {
    begin(why);
    effects.start(Timer.GOODBYE, GOODBYE);
  }

  /** The hand-over begins. */
  void handOver() {
    begin(EndReason.TRANSFERRED);
    effects.start(Timer.HAND_OVER, HAND_OVER);
  }

  /** The model has said all of it. */
  void said(boolean withSound) {
    said = true;
    audible = withSound;
  }

  /** The model does not say it, and the line has been silent for long enough. */
  void waitedInVain() {
    said(true);
  }

  /** Nothing more is to be said. */
  boolean isSaid() {
    return said;
  }

  /** It is said and heard: begins the moment of silence before the hang-up. */
  void pause() {
    if (!pausing) {
      pausing = true;
      effects.start(Timer.HANG_UP, audible ? AFTER_WORDS : AFTER_SILENCE);
    }
  }

  /** The caller may still change the assistant's mind, once. */
  boolean mayBeTakenBack() {
    return !takenBack && reason != EndReason.TIME_LIMIT;
  }

  /** The caller spoke, so the call goes on. */
  void takeBack() {
    takenBack = true;
    over();
    reason = EndReason.CALLER_HUNG_UP;
  }

  /** The call leaves for this reason, and nothing is said any more. */
  void because(EndReason why) {
    reason = why;
    over();
  }

  /** Why the call ends, if it ends now. */
  EndReason reason() {
    return reason;
  }

  private void begin(EndReason why) {
    reason = why;
    said = false;
    audible = false;
    pausing = false;
  }

  private void over() {
    effects.stop(Timer.GOODBYE);
    effects.stop(Timer.HAND_OVER);
    if (pausing) {
      effects.stop(Timer.HANG_UP);
    }
    said = false;
    pausing = false;
  }
}
