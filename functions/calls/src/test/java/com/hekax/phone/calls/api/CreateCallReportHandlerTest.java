package com.hekax.phone.calls.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CreateCallReportHandlerTest extends DatabaseTest {
  private static final String STREAM = "MZ" + "0".repeat(31) + "1";
  private static final String NEXT_STREAM = "MZ" + "0".repeat(31) + "2";

  private final TestFunction<CreateCallReportHandler> create =
      function(CreateCallReportHandler::new);
  private CallId call = CallId.create();

  @BeforeEach
  void given_a_call_without_reports() {
    sql("delete from call_reports");
    sql("delete from outbox");
    sql("delete from idempotency_keys");
    call = CallId.create();
  }

  private static Map<String, Object> report() {
    return new HashMap<>(
        Map.of(
            "reason", "CALLER_HUNG_UP",
            "startedAt", "2026-11-20T10:00:02Z",
            "endedAt", "2026-11-20T10:01:33.900Z",
            "model", "gpt-realtime-2.1",
            "usage", Map.of("inputAudioTokens", 900, "outputAudioTokens", 1200),
            "firstAudioMillis", 640));
  }

  private TestResponse post(Principal who, CallId to, String stream, Map<String, ?> report) {
    return create.call(
        request().as(who).path("callId", to).header("idempotency-key", stream).json(report));
  }

  private TestResponse post(String stream, Map<String, ?> report) {
    return post(acme().ongoing(call), call, stream, report);
  }

  private List<JsonNode> announced() {
    return aws.published("AssistantFinished").stream()
        .filter(event -> event.path("call").asText().equals(call.toString()))
        .toList();
  }

  @Nested
  class Given_a_receptionist_who_left_the_call {

    @Test
    void when_it_is_reported_then_what_it_used_is_kept() {
      assertThat(post(STREAM, report()).status()).isEqualTo(204);

      assertThat(rows("select *, usage::text as counted from call_reports"))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row)
                    .containsEntry("organization_id", acme().id().value())
                    .containsEntry("call_id", call.value())
                    .containsEntry("stream_sid", STREAM)
                    .containsEntry("reason", "CALLER_HUNG_UP")
                    .containsEntry("model", "gpt-realtime-2.1")
                    .containsEntry("seconds", 91)
                    .containsEntry("first_audio_ms", 640);
                assertThat(Json.tree(String.valueOf(row.get("counted"))))
                    .isEqualTo(
                        Json.tree("{\"inputAudioTokens\": 900, \"outputAudioTokens\": 1200}"));
              });
    }

    @Test
    void when_it_is_reported_then_that_is_announced_once() {
      post(STREAM, report());

      assertThat(announced())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("organization").asText()).isEqualTo(acme().id().toString());
                assertThat(event.path("reason").asText()).isEqualTo("CALLER_HUNG_UP");
                assertThat(event.path("seconds").asInt()).isEqualTo(91);
                assertThat(event.path("occurredAt").asText()).isEqualTo("2026-11-20T10:01:33.900Z");
              });
      assertThat(rows("select correlation_id from outbox"))
          .containsExactly(Map.of("correlation_id", call.toString()));
    }

    @Test
    void when_it_is_reported_again_then_it_is_taken_and_changes_nothing() {
      post(STREAM, report());

      assertThat(post(STREAM, report()).status()).isEqualTo(204);

      assertThat(rows("select from call_reports")).hasSize(1);
      assertThat(announced()).hasSize(1);
    }

    @Test
    void when_it_is_reported_again_days_later_then_the_row_still_knows_it() {
      post(STREAM, report());
      sql("delete from idempotency_keys");

      assertThat(post(STREAM, report()).status()).isEqualTo(204);

      assertThat(rows("select from call_reports")).hasSize(1);
      assertThat(announced()).hasSize(1);
    }

    @Test
    void when_it_was_in_the_call_twice_then_each_stream_has_its_report() {
      post(STREAM, report());
      post(NEXT_STREAM, report());

      assertThat(rows("select from call_reports")).hasSize(2);
      assertThat(announced()).hasSize(2);
    }

    @Test
    void when_the_clock_went_back_meanwhile_then_it_was_there_for_no_time() {
      var report = report();
      report.put("endedAt", "2026-11-20T09:59:00Z");

      post(STREAM, report);

      assertThat(announced().getFirst().path("seconds").asInt()).isZero();
    }
  }

  @Nested
  class Given_a_report_that_the_document_does_not_allow {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            reason           | "BORED"              | reason
            startedAt        | "2026-11-20"         | startedAt
            model            | ""                   | model
            usage            | {"inputTextTokens": -1} | usage.inputTextTokens
            usage            | {"guesses": 1}       | usage.guesses
            firstAudioMillis | -1                   | firstAudioMillis
            mood             | "good"               | mood
            """)
    void when_a_field_is_wrong_then_it_is_named(String field, String value, String named) {
      var report = report();
      report.put(field, Json.tree(value));

      var response = post(STREAM, report);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(named);
      assertThat(rows("select from call_reports")).isEmpty();
    }

    @Test
    void when_it_does_not_say_of_which_stream_it_is_then_that_is_missing() {
      var response =
          create.call(request().as(acme().ongoing(call)).path("callId", call).json(report()));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly("Idempotency-Key");
    }
  }

  @Nested
  class Given_somebody_else {

    @Test
    void when_another_call_reports_then_there_is_no_such_call() {
      assertThat(post(acme().ongoing(CallId.create()), call, STREAM, report()).status())
          .isEqualTo(404);
      assertThat(post(globex().ongoing(CallId.create()), call, STREAM, report()).status())
          .isEqualTo(404);
      assertThat(rows("select from call_reports")).isEmpty();
      assertThat(announced()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void when_a_member_reports_then_it_is_forbidden_in_any_role(Role role) {
      assertThat(post(acme().as(role), call, STREAM, report()).status()).isEqualTo(403);
      assertThat(rows("select from call_reports")).isEmpty();
    }

    @Test
    void when_nobody_reports_then_it_is_401() {
      var response = create.call(request().path("callId", call).json(report()));

      assertThat(response.status()).isEqualTo(401);
    }
  }
}
