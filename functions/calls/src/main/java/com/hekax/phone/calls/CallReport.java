package com.hekax.phone.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the receptionist's part in a call came to.
 *
 * @param streamSid of the stream of audio it was in, which tells it from others of the same call
 * @param usage what the model counted, a JSON object
 * @param firstAudioMillis from the start of the stream until the caller was sent the first sound
 */
public record CallReport(
    String streamSid,
    ReportReason reason,
    String model,
    Instant startedAt,
    Instant endedAt,
    String usage,
    Optional<Integer> firstAudioMillis) {

  /** Whole seconds that it lasted; never less than none, whatever the two clock readings say. */
  public int seconds() {
    return Math.clamp(Duration.between(startedAt, endedAt).toSeconds(), 0, Integer.MAX_VALUE);
  }
}
