package com.hekax.phone.sandbox.speech;

import java.time.Duration;

/**
 * Something said once and recorded.
 *
 * @param id the name of its file
 * @param text the words, as a transcript has them
 * @param mulaw G.711 mu-law, 8000 bytes a second, a whole number of 20 ms frames; begins and ends
 *     with speech. Shared by all who ask for the clip: never to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // equal only to itself, as clips are
public record Clip(String id, Speaker speaker, String text, byte[] mulaw) {

  /** How long it takes to say it. */
  public Duration length() {
    return MuLaw.length(mulaw.length);
  }

  @Override
  public String toString() {
    return "Clip[" + id + "]";
  }
}
