package com.hekax.phone.sandbox.speech;

/** What an {@link Ear} says of the line. Times count the audio it was given, from 0. */
public sealed interface Heard {

  /**
   * Somebody began to speak.
   *
   * @param atMs the beginning of what is kept of it, so before the speech by the ear's prefix
   */
  record SpeechStarted(long atMs) implements Heard {}

  /**
   * Nobody has spoken for the time that ends a turn.
   *
   * @param atMs the end of what was kept, so after the speech by that time
   * @param speech mu-law from the start to the stop, the silence at both ends included
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record SpeechStopped(long atMs, byte[] speech) implements Heard {}
}
