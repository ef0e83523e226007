package com.hekax.phone.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdsTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("call", CallId::create, CallId::parse),
        kind("lead", LeadId::create, LeadId::parse),
        kind("organization", OrganizationId::create, OrganizationId::parse),
        kind("user", UserId::create, UserId::parse));
  }

  private static Arguments kind(String name, Supplier<Id> create, Function<String, Id> parse) {
    return Arguments.of(name, create, parse);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void when_an_id_is_written_and_read_then_it_is_the_same(
      String kind, Supplier<Id> create, Function<String, Id> parse) {
    var id = create.get();

    assertThat(id.toString()).as(kind).isEqualTo(id.value().toString());
    assertThat(parse.apply(id.toString())).isEqualTo(id);
    assertThat(parse.apply(id.toString().toUpperCase(java.util.Locale.ROOT))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1-1-1-1-1",
        "0193c9e0-8a4b-7cde-9f00-1234567890a",
        "0193c9e0-8a4b-7cde-9f00-1234567890abc",
        "0193c9e08a4b7cde9f001234567890abcdef",
        "0193c9e0-8a4b-7cde-9f00-1234567890ag",
        "{193c9e0-8a4b-7cde-9f00-1234567890a}",
        "+193c9e0-8a4b-7cde-9f00-1234567890ab",
        " 193c9e0-8a4b-7cde-9f00-1234567890ab",
        "0193c9e-08a4b-7cde-9f00-1234567890ab"
      })
  void when_the_text_is_no_UUID_then_it_is_refused(String text) {
    assertThatThrownBy(() -> LeadId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Nested
  class Given_new_ids {

    @Test
    void when_one_is_made_then_it_is_a_version_7_UUID_of_this_moment() {
      var before = Instant.ofEpochMilli(System.currentTimeMillis());
      var id = TimeOrderedUuid.next();

      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(Duration.between(before, timeOf(id)))
          .isBetween(Duration.ZERO, Duration.ofSeconds(5));
    }

    @Test
    void when_a_millisecond_has_passed_then_the_later_one_sorts_after_the_earlier() {
      var earlier = TimeOrderedUuid.next();
      var later = TimeOrderedUuid.next();
      while (timeOf(later).equals(timeOf(earlier))) {
        later = TimeOrderedUuid.next();
      }

      // As text and as PostgreSQL compares: byte by byte, without a sign.
      assertThat(later.toString()).isGreaterThan(earlier.toString());
    }

    @Test
    void when_many_are_made_then_none_is_there_twice() {
      assertThat(Stream.generate(TimeOrderedUuid::next).limit(10_000).distinct()).hasSize(10_000);
    }

    @Test
    void when_many_are_made_then_every_random_bit_is_sometimes_set_and_sometimes_not() {
      var ids = Stream.generate(TimeOrderedUuid::next).limit(1_000).toList();

      long highRandom = 0xFFFL;
      long lowRandom = 0x3FFF_FFFF_FFFF_FFFFL;
      assertThat(
              ids.stream().mapToLong(UUID::getMostSignificantBits).reduce(0, (a, b) -> a | b)
                  & highRandom)
          .isEqualTo(highRandom);
      assertThat(
              ids.stream().mapToLong(UUID::getMostSignificantBits).reduce(-1, (a, b) -> a & b)
                  & highRandom)
          .isZero();
      assertThat(
              ids.stream().mapToLong(UUID::getLeastSignificantBits).reduce(0, (a, b) -> a | b)
                  & lowRandom)
          .isEqualTo(lowRandom);
      assertThat(
              ids.stream().mapToLong(UUID::getLeastSignificantBits).reduce(-1, (a, b) -> a & b)
                  & lowRandom)
          .isZero();
    }

    private Instant timeOf(UUID id) {
      return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
  }
}
