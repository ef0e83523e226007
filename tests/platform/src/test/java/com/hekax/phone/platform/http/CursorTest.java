package com.hekax.phone.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.contracts.TimeOrderedUuid;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {

  static Stream<Cursor> places() {
    return Stream.of(
        Cursor.NEWEST,
        new Cursor(Instant.EPOCH, new UUID(0, 0)),
        new Cursor(Instant.parse("2026-11-24T10:00:00.123456Z"), TimeOrderedUuid.next()),
        new Cursor(Instant.parse("1970-01-01T00:00:00.000001Z"), new UUID(-1, Long.MIN_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void when_a_place_is_written_and_read_then_it_is_the_same(Cursor place) {
    assertThat(Cursor.decode(place.encode())).isEqualTo(place);
  }

  @Test
  void when_a_place_is_written_then_it_stands_in_an_address_as_it_is() {
    assertThat(new Cursor(Instant.parse("2026-11-24T10:00:00Z"), new UUID(-1, -1)).encode())
        .matches("[A-Za-z0-9_-]{32}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zzz",
        "%%%%",
        "AAAA",
        "________________________________",
        "gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void when_it_is_garbage_then_it_is_refused(String garbage) {
    assertThatThrownBy(() -> Cursor.decode(garbage)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void when_its_time_is_one_that_the_database_does_not_have_then_it_is_refused() {
    for (long micros : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1, 253_402_300_800_000_000L}) {
      var bytes = ByteBuffer.allocate(24).putLong(micros).putLong(0).putLong(0).array();

      assertThatThrownBy(() -> Cursor.decode(Base64.getUrlEncoder().encodeToString(bytes)))
          .as("%d", micros)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Given_rows_of_which_one_more_was_asked_for_than_the_page_holds {
    private final PageRequest two = new PageRequest(2, Optional.empty());

    @Test
    void when_there_are_more_then_the_page_ends_with_the_place_of_its_last_row() {
      var page = Page.of(List.of(1, 2, 3), two, CursorTest::placeOf);

      assertThat(page.items()).containsExactly(1, 2);
      assertThat(page.next().map(Cursor::decode)).contains(placeOf(2));
    }

    @Test
    void when_there_are_no_more_then_the_page_is_the_last() {
      assertThat(Page.of(List.of(1, 2), two, CursorTest::placeOf).next()).isEmpty();
      assertThat(Page.of(List.<Integer>of(), two, CursorTest::placeOf).next()).isEmpty();
    }

    @Test
    void when_the_first_page_is_asked_for_then_it_begins_before_everything() {
      assertThat(two.position()).isEqualTo(Cursor.NEWEST);
      assertThat(two.rows()).isEqualTo(3);
    }
  }

  private static Cursor placeOf(int row) {
    return new Cursor(Instant.ofEpochSecond(row), new UUID(0, row));
  }
}
