package com.hekax.phone.bridge.conversation;

/** Why the back end refused a stream. */
public enum Refusal {
  INVALID_TOKEN("invalid token"),
  INVALID_SIGNATURE("invalid signature");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** What the stream is closed with. */
  public String words() {
    return words;
  }
}
