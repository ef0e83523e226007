package com.hekax.phone.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.SampleEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {

  @Nested
  class Given_a_merge_patch {

    /** The table of RFC 7396, appendix A. */
    @ParameterizedTest(name = "{0} patched with {1} is {2}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {"a":"b"}             | {"a":"c"}               | {"a":"c"}
            {"a":"b"}             | {"b":"c"}               | {"a":"b","b":"c"}
            {"a":"b"}             | {"a":null}              | {}
            {"a":"b","b":"c"}     | {"a":null}              | {"b":"c"}
            {"a":["b"]}           | {"a":"c"}               | {"a":"c"}
            {"a":"c"}             | {"a":["b"]}             | {"a":["b"]}
            {"a":{"b":"c"}}       | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}     | {"a":[1]}               | {"a":[1]}
            ["a","b"]             | ["c","d"]               | ["c","d"]
            {"a":"b"}             | ["c"]                   | ["c"]
            {"a":"foo"}           | null                    | null
            {"a":"foo"}           | "bar"                   | "bar"
            {"e":null}            | {"a":1}                 | {"e":null,"a":1}
            [1,2]                 | {"a":"b","c":null}      | {"a":"b"}
            {}                    | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
            """,
        quoteCharacter = '\'')
    void when_it_is_applied_then_the_result_is_the_standards(
        String target, String patch, String result) {
      assertThat(Json.merge(Json.tree(target), Json.tree(patch))).isEqualTo(Json.tree(result));
    }

    @Test
    void when_it_is_applied_then_what_it_was_applied_to_stays_as_it_was() {
      var target = Json.tree("{\"a\":{\"b\":\"c\"}}");

      var merged = Json.merge(target, Json.tree("{\"a\":{\"b\":\"d\"}}"));

      assertThat(merged.at("/a/b").asText()).isEqualTo("d");
      assertThat(target.at("/a/b").asText()).isEqualTo("c");
    }
  }

  @Nested
  class Given_values_of_ours {

    record Sample(Instant at, Duration took, Optional<String> note, OrganizationId organization) {}

    @Test
    void when_they_are_written_then_times_are_text_ids_are_text_and_nothing_is_null() {
      var organization = OrganizationId.create();
      var sample =
          new Sample(
              Instant.parse("2026-11-24T10:00:00.123Z"),
              Duration.ofSeconds(90),
              Optional.empty(),
              organization);

      var json = Json.write(sample);

      assertThat(json)
          .isEqualTo(
              "{\"at\":\"2026-11-24T10:00:00.123Z\",\"took\":\"PT1M30S\",\"note\":null,"
                  + "\"organization\":\"%s\"}",
              organization);
      assertThat(Json.read(json, Sample.class)).isEqualTo(sample);
    }

    @Test
    void when_an_event_is_written_and_read_then_it_is_the_same() {
      var event = SampleEvents.captured(OrganizationId.create(), "Maria");

      assertThat(Json.read(Json.write(event), LeadCaptured.class)).isEqualTo(event);
    }

    @Test
    void when_there_are_fields_that_nobody_knows_then_they_are_passed_over() {
      var json = Json.write(SampleEvents.captured(OrganizationId.create(), "Maria"));

      assertThat(
              Json.read(json.replaceFirst("\\{", "{\"new\":1,"), LeadCaptured.class).lead().name())
          .isEqualTo("Maria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "[", "5", "{\"organization\":\"acme\"}"})
    void when_it_is_not_that_value_then_it_is_refused(String json) {
      assertThatThrownBy(() -> Json.read(json, LeadCaptured.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("No JSON of a LeadCaptured");
    }
  }
}
