package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.sandbox.console.Faults.Fault;
import com.hekax.phone.start.Product;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caller on a day on which none of our functions answers. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FallbackTest {
  private static final String FUNCTIONS = "twilio-webhooks";
  private static final String CALLER = "+14155550166";
  private static final String DANA = "+14155550171";
  private static final String ANA = "+14155550172";

  private final Product product;
  private final Api sandbox;
  private final Business bright;

  FallbackTest(Product product) {
    this.product = product;
    sandbox = Api.of(product.sandbox().uri());
    bright = Business.brightDental(product);
  }

  @BeforeEach
  void functions_are_down() {
    product
        .sandbox()
        .faults()
        .plan(FUNCTIONS, new Fault(503, Duration.ZERO, Optional.empty()), Duration.ofMinutes(10));
  }

  @AfterEach
  void everything_works_again() {
    product.sandbox().faults().clear(FUNCTIONS);
    phone(DANA, Map.of("answers", false));
    phone(ANA, Map.of("answers", false));
  }

  @Test
  void a_caller_talks_to_a_person() throws Exception {
    phone(DANA, Map.of("answers", true, "says", "colleague-hello", "hangsUpAfterMillis", 4000));

    var sid =
        call("[{\"listen\": {\"quiet\": 700}}, {\"say\": \"ask-parking\"}, {\"wait\": 60000}]");

    var call = awaitEnd(sid);
    assertThat(heard(call)).contains("colleague-hello");
    assertThat(recordings(call)).isEmpty();
    // Dana alone was rung, and has hung up: the caller may still leave a message, and does not.
    assertThat(verbs(call)).containsExactly("Say", "Dial", "Say", "Record", "Say", "Hangup");
    assertThat(call.path("status").asText()).isEqualTo("completed");
  }

  @Test
  void a_caller_whom_nobody_answers_leaves_a_message_that_is_there_afterwards_once()
      throws Exception {
    phone(DANA, Map.of("busy", true));
    phone(ANA, Map.of("busy", true));

    var sid =
        call(
            "[{\"listen\": {\"quiet\": 2500, \"atMost\": 20000}}, {\"say\": \"leave-message\"},"
                + " \"hang-up\"]");

    var call = awaitEnd(sid);
    assertThat(verbs(call)).containsExactly("Say", "Dial", "Say", "Record");
    assertThat(recordings(call)).hasSize(1);
    assertThat(strings("select call_sid from call_leg_sids where call_sid = ?", sid)).isEmpty();

    product.sandbox().faults().clear(FUNCTIONS);
    sweep();
    sweep();

    assertThat(
            strings(
                """
                select voicemails.recording_sid
                  from voicemails
                  join call_leg_sids on call_leg_sids.call_id = voicemails.call_id
                 where call_sid = ?
                """,
                sid))
        .isEqualTo(recordings(call));
    var callId =
        strings("select call_id::text from call_leg_sids where call_sid = ?", sid).getFirst();
    var told =
        Eventually.eventuallyThere(
            "the call with its end",
            () ->
                Optional.of(bright.owner().get("/api/calls/" + callId).json())
                    .filter(row -> row.path("status").asText().equals("COMPLETED")));
    assertThat(told.path("from").asText()).isEqualTo(CALLER);
    assertThat(bright.awaitWebhookAbout(callId).type()).isEqualTo("call.ended");
    assertThat(
            strings(
                "select id::text from outbox where type in ('CallStarted', 'CallEnded') and"
                    + " detail::text like '%' || ? || '%'",
                callId))
        .hasSize(2);
  }

  private String call(String steps) {
    var answer =
        sandbox.post(
            "/twilio/calls",
            Map.of(
                "to",
                bright.number(),
                "from",
                CALLER,
                "script",
                Map.of(
                    "limit",
                    120_000,
                    "steps",
                    Json.MAPPER.convertValue(Json.tree(steps), List.class))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("callSid").asText();
  }

  private void phone(String number, Map<String, ?> settings) {
    var answer = sandbox.send("PUT", "/twilio/phones/" + number.replace("+", "%2B"), settings);
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  private void sweep() {
    assertThat(product.runner().fireSchedule("SweepRecordingsFunction"))
        .isInstanceOf(InvocationResult.Success.class);
  }

  private JsonNode awaitEnd(String sid) throws Exception {
    return Eventually.eventuallyThere(
        "the end of " + sid,
        () ->
            Optional.of(sandbox.get("/twilio/calls/" + sid).json())
                .filter(call -> call.path("state").asText().equals("reported")));
  }

  private static List<String> verbs(JsonNode call) {
    return entries(call, "verb", "verb");
  }

  private static List<String> heard(JsonNode call) {
    return entries(call, "heard", "clip");
  }

  private static List<String> recordings(JsonNode call) {
    return entries(call, "recording", "recordingSid");
  }

  private static List<String> entries(JsonNode call, String kind, String field) {
    return call.path("timeline")
        .valueStream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .map(entry -> entry.path(field).asText())
        .toList();
  }

  private List<String> strings(String query, String value) throws SQLException {
    try (var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.prepareStatement(query)) {
      statement.setString(1, value);
      var rows = statement.executeQuery();
      var strings = new ArrayList<String>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return List.copyOf(strings);
    }
  }
}
