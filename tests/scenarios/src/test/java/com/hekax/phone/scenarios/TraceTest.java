package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.Product;
import com.hekax.phone.start.call.CallCommand;
import com.hekax.phone.start.trace.TraceCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code ./hekax trace}. The logs are the JVM's, so the product is the test's own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TraceTest {
  private static final String CALLER = "+14155550191";
  private static final String OTHER_CALLER = "+14155550192";
  private static final String NOBODYS = "019a0000-0000-7000-8000-000000000000";

  private record Ran(int exitCode, String output, String errors) {}

  @Test
  void the_story_of_a_call_has_all_that_it_set_off_in_order_and_nothing_of_another()
      throws Exception {
    var data = TestProduct.folder();
    try (var product = TestProduct.start(data, change -> change);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var call = threads.submit(call(product, CALLER));
      var other = threads.submit(call(product, OTHER_CALLER));
      var callId = callId(call.get());
      var otherId = callId(other.get());

      var story = Json.tree(trace(data, callId, "--json").output());
      assertThat(whats(story))
          .containsSubsequence(
              "POST /api/twilio/incoming",
              "announces CallStarted",
              "POST /api/bridge/sessions",
              "A call started",
              "POST /api/leads/tools/capture-lead",
              "announces LeadCaptured",
              "brings the lead to the CRM, attempt 1",
              "POST /api/bridge/hangups",
              "POST /api/twilio/status",
              "announces CallEnded")
          .containsSubsequence("announces LeadCaptured", "notifies by webhooks, attempt 1");
      assertThat(story.toString()).doesNotContain(otherId);
      assertThat(trace(data, callId).output())
          .contains("POST /api/twilio/incoming")
          .doesNotContain(CALLER.substring(1), OTHER_CALLER.substring(1), otherId)
          .doesNotContainIgnoringCase("maria")
          .doesNotContainIgnoringCase("tooth");
      var callSid = story.path("callSids").path(0).asText();
      assertThat(Json.tree(trace(data, callSid, "--json").output())).isEqualTo(story);
    }
  }

  @Test
  void a_call_that_nobody_knows_is_said_to_be_unknown() throws Exception {
    var data = TestProduct.folder();
    var ran = trace(data, NOBODYS);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.errors()).contains("know of no call " + NOBODYS);
    assertThat(trace(data, "CA" + "0".repeat(32)).exitCode()).isEqualTo(1);
    assertThat(trace(data, "yesterday").exitCode()).isEqualTo(2);
  }

  @Test
  void the_query_for_a_deployment_names_the_call() throws Exception {
    var ran = trace(Path.of("."), NOBODYS, "--query");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.output()).contains("filter correlationId = \"" + NOBODYS + "\"");
  }

  private static Callable<JsonNode> call(Product product, String from) {
    return () -> {
      var output = new ByteArrayOutputStream();
      var words = new ArrayList<>(List.of("new-lead", "--json", "--from", from));
      words.addAll(List.of("--console", product.sandbox().uri().toString()));
      words.addAll(List.of("--product", product.runner().baseUri().toString()));
      CallCommand.run(words, new PrintStream(output, true, StandardCharsets.UTF_8), System.err);
      return Json.tree(output.toString(StandardCharsets.UTF_8));
    };
  }

  private static String callId(JsonNode result) {
    assertThat(result.path("complete").asBoolean()).as(result.toPrettyString()).isTrue();
    return result.path("report").path("callId").asText();
  }

  private static List<String> whats(JsonNode story) {
    return story.path("steps").valueStream().map(step -> step.path("what").asText()).toList();
  }

  private static Ran trace(Path data, String... words) throws Exception {
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var all = new ArrayList<>(List.of("--data", data.toString()));
    all.addAll(List.of(words));
    int exitCode =
        TraceCommand.run(
            all,
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Ran(
        exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }
}
