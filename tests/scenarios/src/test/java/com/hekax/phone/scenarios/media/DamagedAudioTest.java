package com.hekax.phone.scenarios.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.scenarios.Api;
import com.hekax.phone.scenarios.Eventually;
import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.start.Product;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a caller says arrives at the model as it was spoken, byte for byte, or is not understood: so
 * a call in which the model understands the caller shows that nothing on the way lost, changed or
 * reordered a sample.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamagedAudioTest {
  private static final Map<String, ?> LISTENS =
      Map.of("listen", Map.of("quiet", 700, "atMost", 20_000));

  /** Says one thing and listens to the answer. */
  private static final Map<String, ?> SCRIPT =
      Map.of("steps", List.of(LISTENS, Map.of("say", "new-lead-need"), LISTENS, "hang-up"));

  /** What the caller hears next, by what happened to their words. All calls go on at once. */
  private static final Map<Damage, String> ANSWERS = new EnumMap<>(Damage.class);

  private static DamagingProxy proxy;
  private static Product product;

  @BeforeAll
  static void given_a_call_for_each_damage() throws Exception {
    proxy = new DamagingProxy();
    product =
        TestProduct.start(
            TestProduct.folder(), runner -> runner.setting("MEDIA_URL", proxy.media().toString()));
    proxy.leadTo(product.bridge().media());
    var calls = new EnumMap<Damage, String>(Damage.class);
    for (var damage : Damage.values()) {
      int connections = proxy.connections();
      proxy.plan(damage);
      calls.put(damage, place());
      Eventually.eventually("a connection", () -> proxy.connections() > connections);
    }
    for (var call : calls.entrySet()) {
      ANSWERS.put(
          call.getKey(), Eventually.eventuallyThere("an answer", () -> answer(call.getValue())));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
    proxy.close();
  }

  @Test
  void words_that_arrive_whole_are_understood() {
    assertThat(ANSWERS.get(Damage.NONE))
        .isEqualTo("I am sorry to hear that. May I have your name, please?");
  }

  @ParameterizedTest
  @EnumSource(value = Damage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void words_that_were_damaged_are_not(Damage damage) {
    assertThat(ANSWERS.get(damage))
        .isEqualTo("I am sorry, I did not catch that. Could you say it again?");
  }

  private static String place() {
    var answer =
        Api.of(product.sandbox().uri())
            .post("/twilio/calls", Map.of("to", "+14155550100", "script", SCRIPT));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("callSid").asText();
  }

  /** The first words that the caller hears after their own; empty while there are none. */
  private static Optional<String> answer(String call) {
    boolean said = false;
    for (var entry : timeline(call)) {
      switch (entry.path("kind").asText()) {
        case "said" -> said = true;
        case "heard" -> {
          if (said) {
            return Optional.of(entry.path("text").asText());
          }
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static JsonNode timeline(String call) {
    return Api.of(product.sandbox().uri()).get("/twilio/calls/" + call).json().path("timeline");
  }
}
