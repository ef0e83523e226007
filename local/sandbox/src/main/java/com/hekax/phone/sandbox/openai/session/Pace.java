package com.hekax.phone.sandbox.openai.session;

import java.time.Duration;

/**
 * How fast the stand-in is.
 *
 * @param think from the beginning of a response to its first output
 * @param speed audio is made so many times faster than it is played
 * @param transcribe from the end of a turn to its transcript
 * @param session how long a session may last
 */
public record Pace(Duration think, double speed, Duration transcribe, Duration session) {
  public static final Pace DEFAULT =
      new Pace(Duration.ofMillis(300), 5, Duration.ofMillis(250), Duration.ofMinutes(60));
}
