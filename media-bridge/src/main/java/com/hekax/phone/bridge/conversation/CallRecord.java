package com.hekax.phone.bridge.conversation;

import java.time.Instant;
import java.util.OptionalLong;

/** What there will be to report of a call. */
final class CallRecord {
  private long startedAtMillis;
  private Instant startedAt = Instant.EPOCH;
  private OptionalLong firstAudioMillis = OptionalLong.empty();
  private Usage usage = Usage.NONE;

  void started(long now, Instant at) {
    startedAtMillis = now;
    startedAt = at;
  }

  /** The moment on the wall clock. */
  Instant at(long now) {
    return startedAt.plusMillis(now - startedAtMillis);
  }

  void used(Usage more) {
    usage = usage.plus(more);
  }

  void assistantSounds(long now) {
    if (firstAudioMillis.isEmpty()) {
      firstAudioMillis = OptionalLong.of(now - startedAtMillis);
    }
  }

  boolean hasAssistantSounded() {
    return firstAudioMillis.isPresent();
  }

  Report report(long now, EndReason reason, String model) {
    return new Report(reason, startedAt, at(now), model, usage, firstAudioMillis);
  }
}
