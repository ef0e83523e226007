package com.hekax.phone.calls;

import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened in a call.
 *
 * @param eventId of the event that told of it
 * @param detail a JSON object; what it holds goes by the kind, and stands in the API document
 */
public record CallEvent(UUID eventId, Instant at, CallEventKind kind, String detail) {

  /** Its place in the story, which runs from the oldest to the newest. */
  public Cursor position() {
    return new Cursor(at, eventId);
  }
}
