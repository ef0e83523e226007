package com.hekax.phone.calls;

import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * What one of the two said before the other's turn came.
 *
 * @param id stays the same when the turn is sent again
 * @param itemId as the model names it
 * @param position in the order of the audio, from 0 in each session with the receptionist
 * @param at when it began
 * @param interrupted the caller spoke before it was played to its end
 * @param heardMs how much of an interrupted turn was played, in milliseconds
 */
public record CallTurn(
    UUID id,
    String itemId,
    int position,
    Speaker speaker,
    String text,
    Instant at,
    boolean interrupted,
    Optional<Integer> heardMs) {

  /**
   * The order in which versions of a turn replace each other: that it was interrupted is known
   * last, and until then a transcript only grows.
   */
  private static final Comparator<CallTurn> BY_KNOWLEDGE =
      Comparator.comparing(CallTurn::interrupted)
          .thenComparingInt(turn -> turn.text().codePointCount(0, turn.text().length()));

  /** What stands when {@code next} comes after this: the one that knows more, or else the next. */
  CallTurn replacedBy(CallTurn next) {
    return BY_KNOWLEDGE.compare(next, this) >= 0 ? next : this;
  }

  /** Its place in the transcript, which runs from the oldest to the newest. */
  public Cursor place() {
    return new Cursor(at, id);
  }
}
