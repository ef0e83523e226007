package com.hekax.phone.sandbox.twilio.line;

import com.hekax.phone.sandbox.speech.MuLaw;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The line of one person: every 20 ms a frame each way. The clock is absolute, so a pause of the
 * machine is caught up with and a long call does not drift.
 */
public final class Line implements AutoCloseable {
  public static final int FRAME_BYTES = 160;
  public static final int FRAME_MILLIS = 20;
  public static final int BYTES_A_SECOND = 8000;
  private static final Duration FRAME = Duration.ofMillis(FRAME_MILLIS);
  private static final long FRAME_NANOS = FRAME.toNanos();

  private final Person person;
  private volatile AudioPort port = AudioPort.NOBODY;
  private volatile boolean open = true;

  private Line(Person person) {
    this.person = person;
  }

  /** Lifts the receiver. */
  public static Line open(String name, Person person) {
    var line = new Line(person);
    Thread.ofVirtual().name("line-" + name).start(line::carry);
    return line;
  }

  /** Twenty milliseconds in which nothing is heard. */
  public static byte[] silence() {
    return MuLaw.silence(FRAME);
  }

  /** How long a line carries so many bytes. */
  public static long millis(long bytes) {
    return bytes / MuLaw.BYTES_PER_MILLISECOND;
  }

  /** From the next frame on the person talks to that. */
  public void connect(AudioPort to) {
    port = to;
  }

  @Override
  public void close() {
    open = false;
  }

  private void carry() {
    long start = System.nanoTime();
    for (long frame = 1; open; frame++) {
      person.hear(port.exchange(person.speak()));
      long due = start + frame * FRAME_NANOS;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
