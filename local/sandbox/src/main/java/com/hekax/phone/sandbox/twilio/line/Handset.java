package com.hekax.phone.sandbox.twilio.line;

/** The telephone of a person, and what they may notice of their line. */
public interface Handset {

  /** Presses a key: {@code 0}–{@code 9}, {@code *} or {@code #}. */
  void press(char key);

  void hangUp();

  /** The network between Twilio and the product's media server goes, without a good-bye. */
  void loseStream();
}
