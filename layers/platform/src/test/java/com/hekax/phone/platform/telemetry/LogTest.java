package com.hekax.phone.platform.telemetry;

import static com.hekax.phone.platform.telemetry.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.contracts.OrganizationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogTest {
  private final LogLines log = new LogLines();

  @AfterEach
  void release() {
    log.close();
  }

  @Nested
  class Given_no_context {
    @Test
    void when_a_fact_is_logged_then_the_line_holds_time_level_sentence_and_fields() {
      var before = Instant.now();

      Log.info("A webhook was delivered", field("webhookId", "w1"), field("status", 200));

      var line = log.only();
      assertThat(Instant.parse(line.path("timestamp").asText())).isBetween(before, Instant.now());
      assertThat(line.path("level").asText()).isEqualTo("INFO");
      assertThat(line.path("message").asText()).isEqualTo("A webhook was delivered");
      assertThat(line.path("webhookId").asText()).isEqualTo("w1");
      assertThat(line.path("status").isInt()).isTrue();
      assertThat(line.has("requestId")).isFalse();
    }

    @Test
    void when_levels_are_used_then_each_is_named() {
      Log.warn("A vendor is slow");
      Log.error("A queue is stuck");

      assertThat(log.texts().get(0)).contains("\"level\":\"WARN\"");
      assertThat(log.texts().get(1)).contains("\"level\":\"ERROR\"");
    }
  }

  @Nested
  class Given_values_that_could_break_a_line {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "two\nlines\r\nand\u2028more\u0085",
          "\"quoted\" \\ back",
          "\",\"level\":\"ERROR",
          "control \u0000 \u001b[31m \u007f",
          "Grüße 😀",
          ""
        })
    void when_they_are_logged_then_one_line_of_ASCII_gives_them_back(String value) {
      Log.info("A value was seen", field("value", value));

      assertThat(log.only().path("value").asText()).isEqualTo(value);
      assertThat(log.only().path("level").asText()).isEqualTo("INFO");
      assertThat(log.texts().getFirst()).matches("[ -~]+");
    }

    @Test
    void when_a_number_is_no_number_then_the_line_is_still_JSON() {
      Log.info("A value was seen", field("value", Double.NaN), field("ok", true));

      assertThat(log.only().path("value").asText()).isEqualTo("NaN");
      assertThat(log.only().path("ok").isBoolean()).isTrue();
    }

    @Test
    void when_a_value_is_huge_then_it_is_cut() {
      Log.info("A value was seen", field("value", "x".repeat(1_000_000)));

      assertThat(log.texts().getFirst()).hasSizeLessThan(5_000).contains("xxx...");
    }

    @Test
    void when_a_field_has_a_name_of_the_frame_then_the_frame_keeps_it() {
      Log.info("A value was seen", field("level", "high"));

      assertThat(log.only().path("level").asText()).isEqualTo("INFO");
      assertThat(log.only().path("level_").asText()).isEqualTo("high");
    }
  }

  @Nested
  class Given_an_invocation_on_behalf_of_an_organization {
    private final OrganizationId acme = OrganizationId.create();
    private final LogContext context =
        LogContext.of("leads", "ListLeadsFunction", "r1").correlatedBy("c1").on(acme);

    @Test
    void when_something_is_logged_inside_then_the_line_says_whose_work_it_is() {
      context.run(() -> Log.info("Leads were listed"));

      var line = log.only();
      assertThat(line.path("service").asText()).isEqualTo("leads");
      assertThat(line.path("function").asText()).isEqualTo("ListLeadsFunction");
      assertThat(line.path("requestId").asText()).isEqualTo("r1");
      assertThat(line.path("correlationId").asText()).isEqualTo("c1");
      assertThat(line.path("organizationId").asText()).isEqualTo(acme.toString());
    }

    @Test
    void when_it_has_ended_even_by_failing_then_nothing_of_it_is_left() {
      try {
        context.call(
            () -> {
              throw new IOException("broken");
            });
      } catch (IOException e) {
        Log.info("Afterwards");
      }

      assertThat(log.only().has("requestId")).isFalse();
      assertThat(log.only().has("organizationId")).isFalse();
      assertThat(LogContext.current().requestId()).isEmpty();
    }

    @Test
    void
        when_it_turns_out_what_it_belongs_to_then_later_lines_say_so_also_outside_of_who_found_out() {
      var began = LogContext.of("telephony", "IncomingCallWebhook", "r3");

      began.run(
          () -> {
            began.on(acme).run(() -> LogContext.foundCorrelation("call"));
            Log.info("A request was answered");
          });

      assertThat(log.only().path("correlationId").asText()).isEqualTo("call");
      assertThat(log.only().path("requestId").asText()).isEqualTo("r3");
    }

    @Test
    void when_it_turns_out_within_work_of_another_cause_then_that_alone_belongs_to_it() {
      context.run(
          () -> {
            LogContext.current()
                .correlatedBy("other")
                .run(() -> LogContext.foundCorrelation("call"));
            Log.info("A job is done");
          });

      assertThat(log.only().path("correlationId").asText()).isEqualTo("c1");
    }

    @Test
    void when_it_turns_out_outside_of_any_then_nothing_is_kept() {
      LogContext.foundCorrelation("call");

      Log.info("Nobody's line");

      assertThat(log.only().has("correlationId")).isFalse();
    }

    @Test
    void when_nothing_else_is_said_then_the_request_begins_its_own_correlation() {
      assertThat(LogContext.of("leads", "f", "r2").correlationId()).isEqualTo("r2");
    }
  }

  @Nested
  class Given_a_failure {
    @Test
    void when_it_is_logged_then_class_message_and_a_short_stack_of_each_cause_are_told() {
      var failure = new IllegalStateException("outer", deep(50));

      Log.error("A call could not be saved", failure, field("callId", "c1"));

      var error = log.only().path("error");
      assertThat(error.path("class").asText()).isEqualTo("java.lang.IllegalStateException");
      assertThat(error.path("message").asText()).isEqualTo("outer");
      assertThat(error.path("stack").asText()).contains("LogTest");
      assertThat(error.path("cause").path("message").asText()).isEqualTo("deep");
      assertThat(error.path("cause").path("stack").asText().lines()).hasSize(13);
      assertThat(log.only().path("callId").asText()).isEqualTo("c1");
    }

    @Test
    void when_its_message_quotes_a_person_then_that_is_masked() {
      Log.error(
          "A lead could not be saved",
          new IllegalStateException("Key (phone)=(+1 555-010-0123) of jo.doe+x@bright.example"));

      assertThat(log.only().path("error").path("message").asText())
          .isEqualTo("Key (phone)=((phone)) of (e-mail)");
    }

    @Test
    void when_it_has_no_message_and_is_its_own_cause_then_the_line_is_still_finite() {
      var first = new IllegalStateException();
      var second = new IllegalStateException(first);
      first.initCause(second);

      Log.warn("Something odd happened", first);

      assertThat(log.only().path("error").path("message").asText()).isEmpty();
    }
  }

  @Test
  void given_no_other_sink_when_something_is_logged_then_it_goes_to_standard_output() {
    var before = System.out;
    var bytes = new ByteArrayOutputStream();
    try {
      log.close();
      System.setOut(new PrintStream(bytes, true, StandardCharsets.US_ASCII));
      Log.info("A fact");
    } finally {
      System.setOut(before);
    }

    assertThat(bytes.toString(StandardCharsets.US_ASCII))
        .startsWith("{")
        .contains("\"message\":\"A fact\"")
        .endsWith("}" + System.lineSeparator());
  }

  private static RuntimeException deep(int calls) {
    return calls == 0 ? new IllegalArgumentException("deep") : deep(calls - 1);
  }
}
