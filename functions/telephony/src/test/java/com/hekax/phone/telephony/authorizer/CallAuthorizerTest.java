package com.hekax.phone.telephony.authorizer;

import static com.hekax.phone.telephony.TwilioPost.callSid;
import static com.hekax.phone.telephony.TwilioPost.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.telephony.TelephonyTest;
import com.hekax.phone.telephony.TwilioPost;
import com.hekax.phone.telephony.Twiml;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallAuthorizerTest extends TelephonyTest {
  private static final JsonNode REFUSAL = Json.tree("{\"isAuthorized\":false,\"context\":{}}");

  private final TestFunction<CallAuthorizer> authorizer = function(CallAuthorizer::new);

  /** The gateway's question in payload format 2.0. */
  private JsonNode answerTo(String header) {
    var event = Json.MAPPER.createObjectNode();
    event.put("version", "2.0").put("type", "REQUEST").put("routeKey", "POST /api/bridge/hangups");
    event.putArray("identitySource").add(header);
    event.putObject("headers").put("authorization", header);
    return authorizer.invoke(event);
  }

  @Nested
  class Given_a_call_that_the_bridge_is_in {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
    void when_its_credential_is_presented_then_the_gateway_is_told_which_call(String scheme) {
      var credential = talking().credential();

      assertThat(answerTo(scheme + credential))
          .isEqualTo(
              Json.MAPPER.valueToTree(
                  Map.of(
                      "isAuthorized",
                      true,
                      "context",
                      Map.of(
                          "organizationId", acme().id().toString(),
                          "callId", ongoing().call().toString()))));
    }

    @Test
    void when_the_bridge_asked_again_for_want_of_an_answer_then_both_credentials_are_good() {
      var token = rings().token();
      var first = exchange.call(stream(token).request()).json().path("credential").asText();

      var second = exchange.call(stream(token).request()).json().path("credential").asText();

      assertThat(second).isNotEqualTo(first);
      assertThat(answerTo("Bearer " + first).path("context").path("callId").asText())
          .isEqualTo(ongoing().call().toString());
      assertThat(answerTo("Bearer " + second)).isEqualTo(answerTo("Bearer " + first));
    }

    @Test
    void when_another_business_has_a_call_too_then_each_credential_is_of_its_own() {
      var acmes = talking().credential();
      var twiml = Twiml.of(incomingCall.call(incoming(callSid(2), GLOBEX_NUMBER).signed()));
      var globexs =
          exchange
              .call(stream(twiml.token()).of(callSid(2), TwilioPost.ACCOUNT).request())
              .json()
              .path("credential")
              .asText();

      assertThat(answerTo("Bearer " + acmes).at("/context/organizationId").asText())
          .isEqualTo(acme().id().toString());
      assertThat(answerTo("Bearer " + globexs).at("/context/organizationId").asText())
          .isEqualTo(globex().id().toString());
    }

    @Test
    void when_the_stream_is_over_then_the_bridge_may_still_report() {
      var talking = talking();
      streamEnds(talking.session());

      assertThat(answerTo("Bearer " + talking.credential()).path("isAuthorized").asBoolean())
          .isTrue();
    }

    @Test
    void when_the_call_has_just_ended_then_the_bridge_may_still_report() {
      var credential = talking().credential();
      callEnds();

      assertThat(answerTo("Bearer " + credential).path("isAuthorized").asBoolean()).isTrue();
      assertThat(
              rows("select 1 from bridge_sessions where expires_at > now() + interval '2 minutes'"))
          .isEmpty();
    }

    @Test
    void when_the_time_for_last_words_is_over_too_then_it_is_refused() {
      var credential = talking().credential();
      callEnds();
      sql("update bridge_sessions set expires_at = expires_at - interval '2 minutes'");

      assertThat(answerTo("Bearer " + credential)).isEqualTo(REFUSAL);
    }

    @Test
    void when_four_hours_have_passed_then_it_is_refused() {
      var credential = talking().credential();
      sql("update bridge_sessions set expires_at = expires_at - interval '4 hours'");

      assertThat(answerTo("Bearer " + credential)).isEqualTo(REFUSAL);
    }

    @Test
    void when_the_token_of_its_stream_is_presented_then_it_is_refused() {
      var twiml = rings();
      talking(twiml.session(), twiml.token());

      assertThat(answerTo("Bearer " + twiml.token())).isEqualTo(REFUSAL);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Bearer",
        "Bearer ",
        "Bearer null",
        "Basic b2xpdmlh",
        "Bearer one two",
        "Bearer \u0000",
        "Bearer ' or 1=1 --",
        "Token é"
      })
  void given_no_credential_then_it_is_refused(String header) {
    rings();

    assertThat(answerTo(header)).isEqualTo(REFUSAL);
  }

  @Test
  void given_a_stream_that_nobody_has_used_then_nothing_at_all_is_its_credential() {
    rings();

    assertThat(authorizer.invoke(Json.tree("{\"version\":\"2.0\",\"headers\":{}}")))
        .isEqualTo(REFUSAL);
  }

  @Test
  void when_it_is_pinged_then_it_answers_without_a_word() {
    assertThat(authorizer.invoke(Json.tree(Ping.PAYLOAD)).isMissingNode()).isTrue();
  }
}
