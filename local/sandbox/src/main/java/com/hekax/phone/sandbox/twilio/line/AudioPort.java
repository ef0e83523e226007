package com.hekax.phone.sandbox.twilio.line;

/** What a line is connected to. Asked every 20 ms from the line's thread; must not wait. */
@FunctionalInterface
public interface AudioPort {
  /** Nothing is heard, and nobody listens. */
  AudioPort NOBODY = _ -> Line.silence();

  /**
   * Takes 20 ms of what is said on the line and gives 20 ms of what is heard there.
   *
   * @param spoken 160 bytes
   * @return 160 bytes
   */
  byte[] exchange(byte[] spoken);
}
