package com.hekax.phone.sandbox.twilio.caller;

import java.time.Duration;

/** One thing that a person on the phone does. */
public sealed interface Step {

  /**
   * Hears the other side out: until it has said something and then been quiet for a while.
   *
   * @param quiet how long it has to be quiet
   * @param atMost when the person loses patience and goes on
   */
  record Listen(Duration quiet, Duration atMost) implements Step {}

  /**
   * Says something.
   *
   * @param clip its name in the clip library
   */
  record Say(String clip) implements Step {}

  /**
   * Says something while the other side speaks.
   *
   * @param after how long the other side has been speaking then
   */
  record Interrupt(String clip, Duration after) implements Step {}

  /**
   * Presses keys, one after the other.
   *
   * @param keys {@code 0}–{@code 9}, {@code *}, {@code #}
   */
  record Press(String keys) implements Step {}

  record Wait(Duration time) implements Step {}

  record HangUp() implements Step {}

  /**
   * The media stream of the call breaks, without a good-bye.
   *
   * @param inSpeech whether the time runs while the other side speaks, from its first word
   */
  record LoseLine(Duration after, boolean inSpeech) implements Step {}
}
