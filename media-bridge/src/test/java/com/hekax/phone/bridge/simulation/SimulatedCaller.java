package com.hekax.phone.bridge.simulation;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.Signal;
import java.util.random.RandomGenerator;

/**
 * A caller: says something once the assistant has finished or in the middle of it, presses keys,
 * sometimes says nothing at all, and hangs up when they like.
 */
final class SimulatedCaller {
  static final int FRAME_MS = 100;
  private static final Audio SILENCE = sound('/');
  private static final Audio SPEECH = sound('A');

  private final SimulatedCall call;
  private final VirtualTime time;
  private final RandomGenerator random;
  private final Plan plan;
  private final Wire wire;
  private final boolean talks;
  private long timestamp;
  private long speaksUntil;
  private long decidesAt;

  SimulatedCaller(SimulatedCall call, VirtualTime time, RandomGenerator random, Plan plan) {
    this.call = call;
    this.time = time;
    this.random = random;
    this.plan = plan;
    this.wire = new Wire(time, random, plan.wireMillis());
    this.talks = random.nextInt(10) > 0;
  }

  static boolean isSpeech(Audio audio) {
    return audio.base64().charAt(0) == 'A';
  }

  boolean isSpeaking() {
    return speaksUntil > time.now();
  }

  void begin() {
    decidesAt = time.now() + random.nextInt(500, 4_000);
    frame();
    if (random.nextInt(4) > 0) {
      time.after(random.nextInt(3_000, 240_000), call::callerHangsUp);
    }
  }

  private void frame() {
    if (call.line().isClosed()) {
      return;
    }
    decide();
    long stamp = timestamp;
    timestamp += FRAME_MS;
    boolean lost = !plan.isCalm() && random.nextInt(100) == 0;
    if (!lost) {
      var audio = isSpeaking() ? SPEECH : SILENCE;
      wire.send(() -> call.signal(new Signal.CallerAudio(time.now(), stamp, audio)));
    }
    time.after(FRAME_MS, this::frame);
  }

  private void decide() {
    if (!talks || isSpeaking() || time.now() < decidesAt) {
      return;
    }
    boolean interrupts = call.line().sounds();
    if (interrupts && random.nextDouble() > plan.interruptions()) {
      decidesAt = call.line().playsUntil() + random.nextInt(100, 3_000);
      return;
    }
    if (random.nextDouble() < plan.keys()) {
      char key = "0123456789#*".charAt(random.nextInt(12));
      wire.send(() -> call.signal(new Signal.KeyPressed(time.now(), key)));
      call.watch().action(); // the caller's own
      decidesAt = time.now() + random.nextInt(200, 3_000);
      return;
    }
    speaksUntil = time.now() + random.nextInt(2, 50) * (long) FRAME_MS;
    call.watch().callerSpeaks(speaksUntil);
    decidesAt = speaksUntil + random.nextInt(300, 9_000);
  }

  /** As good as 100 ms of one sound. */
  private static Audio sound(char letter) {
    return Audio.of(String.valueOf(letter).repeat(FRAME_MS * 8 * 4 / 3 + 2)).orElseThrow();
  }
}
