package com.hekax.phone.telephony;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a business is open, in its own time.
 *
 * @param openings empty when it has not said
 */
public record OpeningHours(List<Opening> openings) {
  private static final int WEEK = 7;

  /**
   * A time of one weekday.
   *
   * @param weekday 1 is Monday, 7 is Sunday
   */
  public record Opening(int weekday, LocalTime opens, LocalTime closes) {

    boolean contains(LocalDateTime moment) {
      var time = moment.toLocalTime();
      return moment.getDayOfWeek().getValue() == weekday
          && !time.isBefore(opens)
          && time.isBefore(closes);
    }
  }

  boolean areKnown() {
    return !openings.isEmpty();
  }

  /** When it closes, if it is open at a moment. */
  Optional<LocalTime> closingAt(LocalDateTime moment) {
    return openings.stream()
        .filter(opening -> opening.contains(moment))
        .map(Opening::closes)
        .max(Comparator.naturalOrder());
  }

  /** When it opens next after a moment; today or within a week. */
  Optional<LocalDateTime> nextOpening(LocalDateTime moment) {
    return openings.stream().map(opening -> next(opening, moment)).min(Comparator.naturalOrder());
  }

  private static LocalDateTime next(Opening opening, LocalDateTime moment) {
    int days = Math.floorMod(opening.weekday() - moment.getDayOfWeek().getValue(), WEEK);
    var at = moment.toLocalDate().plusDays(days).atTime(opening.opens());
    return at.isAfter(moment) ? at : at.plusWeeks(1);
  }
}
