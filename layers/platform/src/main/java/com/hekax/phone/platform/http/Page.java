package com.hekax.phone.platform.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, as clients see every list.
 *
 * @param next the cursor of the following page; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /**
   * The page from rows that were asked for with one more than the limit, which is how a list knows
   * of a following page without counting.
   *
   * @param position the keyset position right after a row
   */
  public static <T> Page<T> of(List<T> rows, PageRequest asked, Function<T, Cursor> position) {
    if (rows.size() <= asked.limit()) {
      return new Page<>(rows, Optional.empty());
    }
    var items = List.copyOf(rows.subList(0, asked.limit()));
    return new Page<>(items, Optional.of(position.apply(items.getLast()).encode()));
  }

  /** The same page with its rows in another shape. */
  public <R> Page<R> map(Function<T, R> shape) {
    return new Page<>(items.stream().map(shape).toList(), next);
  }
}
