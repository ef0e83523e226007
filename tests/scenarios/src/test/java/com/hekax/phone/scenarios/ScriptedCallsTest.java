package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.Product;
import com.hekax.phone.start.call.CallCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The ways a call goes, each from a ringing telephone to where it arrives. Callers who do not get
 * in each other's way ring at the same time: a telephone answers for all of a business, and the
 * model fails for everybody.
 */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptedCallsTest {
  private static final String BRIGHT_DENTAL = "+14155550100";
  private static final String RAPID_PLUMBING = "+16285550100";

  private final Product product;

  ScriptedCallsTest(Product product) {
    this.product = product;
  }

  private record Ran(int exitCode, JsonNode result) {

    JsonNode report() {
      return result.path("report");
    }

    JsonNode call() {
      return report().path("call");
    }

    List<String> turns() {
      return report()
          .path("turns")
          .valueStream()
          .map(turn -> turn.path("speaker").asText() + " " + turn.path("text").asText())
          .toList();
    }

    List<String> events() {
      return report()
          .path("events")
          .valueStream()
          .map(event -> event.path("kind").asText())
          .toList();
    }

    void assertPassed() {
      assertThat(exitCode).as(result.toPrettyString()).isZero();
    }
  }

  @Test
  void callers_interrupt_are_put_through_find_nobody_home_and_are_cut_off() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var interrupt = threads.submit(call("interrupt", BRIGHT_DENTAL, "+14155550181"));
      var transfer = threads.submit(call("transfer", BRIGHT_DENTAL, "+14155550182"));
      var nobodyHome = threads.submit(call("nobody-home", RAPID_PLUMBING, "+14155550183"));
      var hangUpEarly = threads.submit(call("hang-up-early", BRIGHT_DENTAL, "+14155550184"));

      assertInterrupted(interrupt.get());
      assertPutThrough(transfer.get());
      assertMessageTaken(nobodyHome.get());
      assertCutOff(hangUpEarly.get());
    }
  }

  @Test
  void when_the_model_is_down_callers_reach_a_person_or_a_voicemail() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var person =
          threads.submit(call("model-down", BRIGHT_DENTAL, "+14155550185", "--times", "2"));
      var voicemail = threads.submit(call("model-down-voicemail", RAPID_PLUMBING, "+14155550186"));

      assertReachedPersonTwice(person.get());
      assertLeftVoicemail(voicemail.get());
    }
    assertThat(sandbox("/faults").path("openai").isMissingNode()).as("it is up again").isTrue();
    assertThat(sandbox("/twilio/phones/+14155550171").path("answers").asBoolean()).isFalse();
  }

  private static void assertInterrupted(Ran ran) {
    ran.assertPassed();
    assertThat(ran.turns())
        .first()
        .asString()
        .startsWith("ASSISTANT Thank you for calling")
        .doesNotEndWith("How can I help you?");
    assertThat(ran.turns())
        .containsSubsequence(
            "CALLER Wait, wait, before you go on.",
            "ASSISTANT Of course, go ahead.",
            "CALLER My name is Maria Lopez.");
    assertThat(ran.report().path("lead").path("phone").asText()).isEqualTo("+14155550181");
  }

  private static void assertPutThrough(Ran ran) {
    ran.assertPassed();
    assertThat(ran.call().path("transferredTo").asText()).isEqualTo("Dana Bright");
    assertThat(ran.turns()).endsWith("ASSISTANT One moment, I am putting you through.");
    assertThat(ran.events())
        .containsSubsequence("TRANSFER_STARTED", "TRANSFER_ENDED")
        .contains("ENDED");
  }

  private static void assertMessageTaken(Ran ran) {
    ran.assertPassed();
    assertThat(ran.call().path("transferredTo").isNull()).isTrue();
    assertThat(ran.turns())
        .contains("ASSISTANT I am sorry, nobody could take your call. May I take a message?");
    assertThat(ran.report().path("messages").path(0).path("message").asText())
        .isEqualTo("The lab called about the crown.");
    assertThat(ran.report().path("messages").path(0).path("forWhom").asText()).isEqualTo("Dana");
  }

  private static void assertCutOff(Ran ran) {
    ran.assertPassed();
    var lead = ran.report().path("lead");
    assertThat(lead.path("name").asText()).isEqualTo("Maria Lopez");
    assertThat(lead.path("need").asText()).startsWith("Chipped a front tooth");
    assertThat(ran.call().path("outcome").asText()).isEqualTo("LEAD_CAPTURED");
    assertThat(ran.turns()).contains("CALLER My name is Maria Lopez.");
  }

  private static void assertReachedPersonTwice(Ran ran) {
    ran.assertPassed();
    var runs = ran.result().path("runs");
    assertThat(runs)
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.path("passed")).hasToString("true"));
    assertThat(runs).extracting(run -> run.path("callId").asText()).doesNotHaveDuplicates();
  }

  private static void assertLeftVoicemail(Ran ran) {
    ran.assertPassed();
    assertThat(ran.events())
        .containsSubsequence("TRANSFER_STARTED", "TRANSFER_ENDED")
        .contains("ENDED");
    assertThat(ran.turns()).isEmpty();
  }

  private Callable<Ran> call(String script, String to, String from, String... more) {
    var words = new ArrayList<>(List.of(script, "--json", "--to", to, "--from", from));
    words.addAll(List.of("--console", product.sandbox().uri().toString()));
    words.addAll(List.of("--product", product.runner().baseUri().toString()));
    words.addAll(List.of(more));
    return () -> {
      var output = new ByteArrayOutputStream();
      int exitCode =
          CallCommand.run(words, new PrintStream(output, true, StandardCharsets.UTF_8), System.err);
      return new Ran(exitCode, Json.tree(output.toString(StandardCharsets.UTF_8)));
    };
  }

  private JsonNode sandbox(String path) {
    return Api.of(product.sandbox().uri()).get(path).json();
  }
}
