package com.hekax.phone.platform.http;

import java.util.Optional;

/**
 * Which page of a list.
 *
 * @param limit rows on the page
 * @param after where the page before ended; empty for the first
 */
public record PageRequest(int limit, Optional<Cursor> after) {
  static final int DEFAULT_LIMIT = 50;

  /** Rows to ask the database for: one more shows whether there is a following page. */
  public int rows() {
    return limit + 1;
  }

  /** Where to begin in a list that runs from the newest to the oldest. */
  public Cursor position() {
    return after.orElse(Cursor.NEWEST);
  }
}
