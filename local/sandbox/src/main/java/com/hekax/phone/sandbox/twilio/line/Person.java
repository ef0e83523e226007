package com.hekax.phone.sandbox.twilio.line;

/** Who holds the receiver. Asked every 20 ms from the line's thread; must not wait. */
public interface Person {

  /** The next 20 ms of what they say, 160 bytes. */
  byte[] speak();

  /** The next 20 ms of what they hear, 160 bytes. */
  void hear(byte[] frame);
}
