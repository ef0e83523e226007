package com.hekax.phone.bridge.conversation;

/**
 * An item whose playback was stopped.
 *
 * @param heardMs so much of it was played; 0 when none was
 * @param sentMs so much of it had been sent
 * @param complete nothing more of it was to come
 * @param known the model's present session knows the item
 */
record Cut(
    String itemId,
    String responseId,
    int contentIndex,
    int heardMs,
    int sentMs,
    boolean complete,
    boolean known) {

  /** All of it was heard, so that there is nothing to take back. */
  boolean heardOut() {
    return complete && heardMs >= sentMs;
  }
}
