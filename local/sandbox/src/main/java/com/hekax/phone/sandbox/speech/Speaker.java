package com.hekax.phone.sandbox.speech;

/** Whose voice a clip has. */
public enum Speaker {
  CALLER,
  ASSISTANT,
  /** Somebody in the business who takes a call that is put through. */
  COLLEAGUE
}
