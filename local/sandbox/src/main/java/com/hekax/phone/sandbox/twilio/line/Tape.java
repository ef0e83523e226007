package com.hekax.phone.sandbox.twilio.line;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Records both sides of a line while it is connected to something else. */
public final class Tape implements AudioPort {
  private final AudioPort port;
  private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();

  public Tape(AudioPort port) {
    this.port = port;
  }

  @Override
  public byte[] exchange(byte[] spoken) {
    var heard = port.exchange(spoken);
    var mixed = Sounds.mixed(List.of(spoken, heard));
    synchronized (recorded) {
      recorded.writeBytes(mixed);
    }
    return heard;
  }

  /** What was said and heard until now, mu-law. */
  public byte[] recorded() {
    synchronized (recorded) {
      return recorded.toByteArray();
    }
  }
}
