package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.AppendAudio;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The caller's sound on its way to the model. Until the model is ready the last five seconds are
 * kept. The model finds the end of what is said by the silence after it, so what the network lost
 * is replaced by silence.
 */
final class CallerAudio {
  private static final int KEPT_MS = 5_000;
  private static final int FRAME_MS = 20;
  private static final long LONGEST_GAP_MS = 10_000;
  private static final int PAUSE_MS = 750;
  private static final int PADDING_MS = 1_000;

  private enum Gate {
    KEEPING,
    OPEN,
    SHUT
  }

  private final Effects effects;
  private final Deque<Audio> kept = new ArrayDeque<>();
  private int keptMs;
  private Gate gate = Gate.KEEPING;
  private boolean any;
  private long nextTimestampMs;
  private long lastAtMillis;
  private boolean speaking;

  CallerAudio(Effects effects) {
    this.effects = effects;
  }

  void heard(Signal.CallerAudio frame) {
    long gap = frame.timestampMs() - nextTimestampMs;
    if (any && gap >= FRAME_MS) {
      pass(Audio.silence(Math.min(gap, LONGEST_GAP_MS)));
    }
    any = true;
    nextTimestampMs = frame.timestampMs() + frame.audio().milliseconds();
    lastAtMillis = frame.atMillis();
    pass(frame.audio());
  }

  /** The model is ready: it gets what was kept, and from now on everything at once. */
  void open() {
    gate = Gate.OPEN;
    kept.forEach(audio -> effects.add(new AppendAudio(audio)));
    kept.clear();
    keptMs = 0;
  }

  /** The model is not ready any more. */
  void keep() {
    gate = Gate.KEEPING;
  }

  /** What the caller says is nobody's business here any more. */
  void shut() {
    speechStopped(); // or it would never be noticed, as nobody listens
    gate = Gate.SHUT;
    kept.clear();
    keptMs = 0;
  }

  void speechStarted() {
    if (!speaking) {
      speaking = true;
      effects.start(Timer.CALLER_AUDIO, Duration.ofMillis(PAUSE_MS));
    }
  }

  void speechStopped() {
    if (speaking) {
      speaking = false;
      effects.stop(Timer.CALLER_AUDIO);
    }
  }

  boolean isSpeaking() {
    return speaking;
  }

  /** Looks whether sound still arrives of a caller who is speaking. */
  void check(long now) {
    if (!speaking) {
      return;
    }
    long pause = now - lastAtMillis;
    if (pause >= PAUSE_MS) {
      pass(Audio.silence(PADDING_MS));
      nextTimestampMs += PADDING_MS;
      lastAtMillis = now;
      pause = 0;
    }
    effects.start(Timer.CALLER_AUDIO, Duration.ofMillis(PAUSE_MS - pause));
  }

  private void pass(Audio audio) {
    switch (gate) {
      case OPEN -> effects.add(new AppendAudio(audio));
      case KEEPING -> {
        kept.add(audio);
        keptMs += audio.milliseconds();
        while (keptMs > KEPT_MS) {
          keptMs -= kept.remove().milliseconds();
        }
      }
      case SHUT -> {}
    }
  }
}
