package com.hekax.phone.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.telephony.OpeningHours.Opening;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallContextTest {
  /** Monday to Friday with a break at noon, and late on Friday. */
  private static final OpeningHours HOURS =
      new OpeningHours(
          IntStream.rangeClosed(1, 5)
              .boxed()
              .flatMap(
                  day ->
                      List.of(
                          new Opening(day, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                          new Opening(
                              day,
                              LocalTime.of(13, 0),
                              day == 5 ? LocalTime.MAX : LocalTime.of(17, 0)))
                          .stream())
              .toList());

  private static String at(String local, OpeningHours hours) {
    return CallContext.of(
        Optional.of("+14155550132"),
        LocalDateTime.parse(local).atZone(ZoneId.of("America/Chicago")),
        hours,
        Optional.empty());
  }

  @Test
  void given_a_caller_then_the_number_and_the_time_of_the_business_are_told() {
    assertThat(at("2026-11-24T10:05:00", HOURS))
        .isEqualTo(
            "The caller's number is +14155550132."
                + " It is Tuesday, November 24, 2026, 10:05 AM (America/Chicago)."
                + " The business is open now, until 12:00 PM.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:59:59,'closed now; it opens on Tuesday at 9:00 AM.'",
    "2026-11-24T09:00:00,'open now, until 12:00 PM.'",
    "2026-11-24T11:59:59,'open now, until 12:00 PM.'",
    "2026-11-24T12:00:00,'closed now; it opens on Tuesday at 1:00 PM.'",
    "2026-11-24T17:00:00,'closed now; it opens on Wednesday at 9:00 AM.'",
    "2026-11-27T23:30:00,'open now, until midnight.'",
    "2026-11-28T10:00:00,'closed now; it opens on Monday at 9:00 AM.'",
    "2026-11-29T23:59:59,'closed now; it opens on Monday at 9:00 AM.'"
  })
  void given_opening_hours_then_it_is_told_whether_it_is_open(String local, String expected) {
    assertThat(at(local, HOURS)).endsWith(" The business is " + expected);
  }

  @Test
  void given_one_opening_a_week_that_is_just_over_then_the_next_is_in_a_week() {
    var mondays =
        new OpeningHours(List.of(new Opening(1, LocalTime.of(9, 0), LocalTime.of(10, 0))));

    assertThat(at("2026-11-23T10:00:00", mondays)).endsWith("it opens on Monday at 9:00 AM.");
  }

  @Test
  void given_no_opening_hours_then_nothing_is_said_of_them() {
    assertThat(at("2026-11-24T10:05:00", new OpeningHours(List.of())))
        .endsWith("(America/Chicago).");
  }

  @Test
  void given_a_caller_without_a_number_then_the_assistant_may_ask_for_one() {
    assertThat(
            CallContext.of(
                Optional.empty(),
                LocalDateTime.parse("2026-11-24T10:05:00").atZone(ZoneId.of("Asia/Tokyo")),
                HOURS,
                Optional.empty()))
        .startsWith("The caller's number is withheld, so ask for one if it is needed. It is ")
        .contains("(Asia/Tokyo)");
  }
}
