package com.hekax.phone.bridge.conversation;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What one side said.
 *
 * @param itemId the model's id of it
 * @param position 0, 1, 2… in the order in which the turns were spoken
 * @param text of an assistant that was interrupted: the part that was heard
 * @param at when it began
 * @param heardMs how much of an assistant's turn was played to the caller
 */
public record Turn(
    String itemId,
    int position,
    Speaker speaker,
    String text,
    Instant at,
    boolean interrupted,
    OptionalInt heardMs) {

  /** Who speaks. */
  public enum Speaker {
    CALLER,
    ASSISTANT
  }
}
