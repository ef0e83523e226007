package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.webhooks.WebhookReceiver.Verdict;
import com.hekax.phone.start.Product;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From Twilio's callbacks to the webhook that tells of the call. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallJourneyTest {
  private static final String CALLER = "+14155550123";

  private final Product product;
  private final Business bright;
  private final Business rapid;

  CallJourneyTest(Product product) {
    this.product = product;
    bright = Business.brightDental(product);
    rapid = Business.rapidPlumbing(product);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-order", "reversed", "twice"})
  void the_same_call_makes_the_same_row_and_one_webhook_however_it_is_told(String order)
      throws Exception {
    var call = place(bright, Map.of("from", CALLER, "talkSeconds", 42, "order", order));

    assertThat(answers(call)).containsOnly(204);
    assertThat(rows(call))
        .containsExactly("COMPLETED INBOUND %s +14155550100 42 6 48".formatted(CALLER));
    assertThat(timesAnnounced(call)).isEqualTo(1);
    var webhook = bright.awaitWebhookAbout(callId(call));
    assertThat(webhook.signature()).isEqualTo(Verdict.VALID);
    assertThat(webhook.type()).isEqualTo("call.ended");
    assertThat(webhook.data().path("from").asText()).isEqualTo(CALLER);
    assertThat(webhook.data().path("talkSeconds").asInt()).isEqualTo(42);
    assertThat(bright.webhooksAbout(callId(call))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"busy, BUSY", "no-answer, NO_ANSWER", "failed, FAILED", "canceled, CANCELED"})
  void a_call_that_nobody_answers_ends_as_it_did_without_talk(String outcome, String told)
      throws Exception {
    var call = place(bright, Map.of("outcome", outcome));

    var webhook = bright.awaitWebhookAbout(callId(call));
    assertThat(webhook.data().path("outcome").asText()).isEqualTo(told);
    assertThat(webhook.data().path("talkSeconds").asInt()).isZero();
  }

  @Test
  void a_caller_who_withholds_the_number_has_none() throws Exception {
    var call = place(bright, Map.of("from", "anonymous"));

    assertThat(bright.awaitWebhookAbout(callId(call)).data().path("from").isNull()).isTrue();
  }

  @Test
  void a_call_arrives_at_the_business_whose_number_it_was_made_to() throws Exception {
    var first = place(rapid, Map.of());
    var second = place(bright, Map.of());

    assertThat(rapid.awaitWebhookAbout(callId(first)).signature()).isEqualTo(Verdict.VALID);
    assertThat(bright.awaitWebhookAbout(callId(second)).signature()).isEqualTo(Verdict.VALID);
    assertThat(bright.webhooksAbout(callId(first))).isEmpty();
    assertThat(rapid.webhooksAbout(callId(second))).isEmpty();
  }

  @Test
  void a_call_to_a_number_that_is_nobodys_is_taken_and_leaves_nothing() throws Exception {
    var call = place("+14155550999", Map.of());

    assertThat(answers(call)).containsOnly(204);
    assertThat(rows(call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "missing"})
  void what_our_account_did_not_sign_is_refused_and_leaves_nothing(String signature)
      throws Exception {
    var call = place(bright, Map.of("signature", signature));

    assertThat(answers(call)).hasSize(3).containsOnly(403);
    assertThat(rows(call)).isEmpty();
  }

  private JsonNode place(Business business, Map<String, ?> how) {
    return place(business.number(), how);
  }

  private JsonNode place(String number, Map<String, ?> how) {
    var call = new HashMap<String, Object>(how);
    call.put("to", number);
    var answer = Api.of(product.sandbox().uri()).post("/twilio/calls", call);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<Integer> answers(JsonNode call) {
    return call.path("callbacks").valueStream().map(one -> one.path("answer").asInt()).toList();
  }

  /** All that is told of it, its times as seconds from its beginning. */
  private List<String> rows(JsonNode call) throws SQLException {
    return strings(
        """
        select concat_ws(' ', status, direction, from_number, to_number, talk_seconds,
                         extract(epoch from answered_at - started_at)::int,
                         extract(epoch from ended_at - started_at)::int)
          from call_legs
         where call_sid = ?
        """,
        call);
  }

  private String callId(JsonNode call) throws SQLException {
    return strings("select call_id::text from call_legs where call_sid = ?", call).getFirst();
  }

  private long timesAnnounced(JsonNode call) throws SQLException {
    return strings(
            """
            select outbox.id::text
              from outbox
              join call_legs on detail ->> 'call' = call_id::text
             where type = 'CallEnded' and call_sid = ?
            """,
            call)
        .size();
  }

  private List<String> strings(String query, JsonNode call) throws SQLException {
    try (var superuser = product.database().superuser(product.databaseName());
        var statement = superuser.prepareStatement(query)) {
      statement.setString(1, call.path("callSid").asText());
      var rows = statement.executeQuery();
      var strings = new java.util.ArrayList<String>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return List.copyOf(strings);
    }
  }
}
