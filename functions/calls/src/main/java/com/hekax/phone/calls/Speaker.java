package com.hekax.phone.calls;

/** Who said something. */
public enum Speaker {
  CALLER,
  ASSISTANT
}
