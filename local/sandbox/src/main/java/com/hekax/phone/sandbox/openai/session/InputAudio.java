package com.hekax.phone.sandbox.openai.session;

import com.hekax.phone.sandbox.speech.Ear;
import com.hekax.phone.sandbox.speech.Heard;
import com.hekax.phone.sandbox.speech.Hearing;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** The input audio buffer: with an ear that tells turns, or waiting for the client's commit. */
final class InputAudio {
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private Optional<Hearing> hearing = Optional.empty();
  private Optional<Ear> ear = Optional.empty();
  private long heardBytes;

  /** Listens so from now on. To be told the same again interrupts nobody. */
  void listen(Optional<Hearing> told) {
    if (!told.equals(hearing)) {
      hearing = told;
      ear = told.map(how -> new Ear(how, heardMs()));
      buffer.reset();
    }
  }

  /**
   * @param mulaw as the line carries it
   */
  List<Heard> append(byte[] mulaw) {
    heardBytes += mulaw.length;
    if (ear.isPresent()) {
      return ear.get().hear(mulaw);
    }
    buffer.writeBytes(mulaw);
    return List.of();
  }

  /** What was not committed yet; it is then gone from here. */
  byte[] take() {
    if (ear.isPresent()) {
      return ear.get().take();
    }
    var taken = buffer.toByteArray();
    buffer.reset();
    return taken;
  }

  boolean speaking() {
    return ear.map(Ear::speaking).orElse(false);
  }

  /** All audio of the session. */
  long heardMs() {
    return heardBytes / MuLaw.BYTES_PER_MILLISECOND;
  }
}
