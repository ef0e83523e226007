package com.hekax.phone.sandbox.twilio.line;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays something once and tells when it has been heard to its end. */
public final class Announcement implements AudioPort {
  private final byte[] audio;
  private final Runnable onEnd;
  private final AtomicInteger played = new AtomicInteger();

  /**
   * Something to play.
   *
   * @param audio mu-law
   * @param onEnd run once, on the line's thread; must not wait
   */
  public Announcement(byte[] audio, Runnable onEnd) {
    this.audio = audio;
    this.onEnd = onEnd;
  }

  @Override
  public byte[] exchange(byte[] spoken) {
    int from = played.getAndAdd(Line.FRAME_BYTES);
    if (from >= audio.length) {
      if (from - audio.length < Line.FRAME_BYTES) {
        onEnd.run();
      }
      return Line.silence();
    }
    return framed(Arrays.copyOfRange(audio, from, Math.min(from + Line.FRAME_BYTES, audio.length)));
  }

  /** The bytes, followed by silence up to the length of a frame. */
  public static byte[] framed(byte[] bytes) {
    if (bytes.length == Line.FRAME_BYTES) {
      return bytes;
    }
    var frame = Line.silence();
    System.arraycopy(bytes, 0, frame, 0, bytes.length);
    return frame;
  }
}
