package com.hekax.phone.scenarios.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.scenarios.Eventually;
import com.hekax.phone.scenarios.SharedProduct;
import com.hekax.phone.start.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let in to the media bridge, and what it costs when somebody is not. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BridgeAdmissionTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final String SOME_CALL = "CA00000000000000000000000000000abc";

  private final Product product;
  private final Api sandbox;

  BridgeAdmissionTest(Product product) {
    this.product = product;
    this.sandbox = Api.of(product.sandbox().uri());
  }

  @Test
  void a_token_that_nobody_gave_out_closes_the_stream_and_no_model_says_a_word() throws Exception {
    int before = spoken();
    try (var stream = StreamClient.signed(product.bridge().media())) {
      stream.start(ACCOUNT, SOME_CALL, "a-token-that-nobody-gave-out");

      assertThat(stream.awaitClose()).isEqualTo("1008 invalid token");
    }
    assertThat(spoken()).isEqualTo(before);
  }

  @Test
  void a_token_that_was_used_is_as_good_as_none_also_for_its_own_call() throws Exception {
    var call = ringAndAwaitStream();
    var sid = call.path("callSid").asText();
    int before = spoken();

    try (var stream = StreamClient.signed(product.bridge().media())) {
      stream.start(ACCOUNT, sid, tokenOf(call));

      assertThat(stream.awaitClose()).isEqualTo("1008 invalid token");
    }
    assertThat(spoken()).isEqualTo(before);
    hangUp(sid);
  }

  @Test
  void a_stream_that_Twilio_did_not_sign_is_closed_whatever_its_token() throws Exception {
    try (var stream = StreamClient.unsigned(product.bridge().media())) {
      stream.start(ACCOUNT, SOME_CALL, "a-token-that-nobody-gave-out");

      assertThat(stream.awaitClose()).isEqualTo("1008 invalid signature");
    }
  }

  /** A caller who says nothing, so that the call goes on until it is ended. */
  private JsonNode ringAndAwaitStream() throws Exception {
    var script = Map.of("steps", List.of(Map.of("wait", 60_000)));
    var placed =
        sandbox.post("/twilio/calls", Map.of("to", "+16285550100", "script", script)).json();
    return Eventually.eventuallyThere(
        "a stream",
        () ->
            Optional.of(sandbox.get("/twilio/calls/" + placed.path("callSid").asText()).json())
                .filter(call -> kinds(call).contains("first-audio")));
  }

  private void hangUp(String sid) {
    sandbox
        .withHeader(
            "authorization",
            "Basic "
                + java.util.Base64.getEncoder()
                    .encodeToString(
                        (ACCOUNT + ":" + StreamClient.AUTH_TOKEN)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .postForm(
            "/2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + sid + ".json", "Status=completed");
  }

  private static List<String> kinds(JsonNode call) {
    return call.path("timeline").valueStream().map(entry -> entry.path("kind").asText()).toList();
  }

  /** As Twilio was told it, in the answer to the webhook that began the call. */
  private static String tokenOf(JsonNode call) {
    var token = TOKEN.matcher(Json.write(call).replace("\\\"", "\""));
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  /** How many times any model has spoken. */
  private int spoken() {
    return sandbox
        .get("/openai/sessions")
        .json()
        .valueStream()
        .mapToInt(session -> session.path("responses").size())
        .sum();
  }
}
