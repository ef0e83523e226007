package com.hekax.phone.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.Product;
import com.hekax.phone.start.call.CallCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./hekax call}. */
@ExtendWith(SharedProduct.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallCommandTest {
  private final String console;

  CallCommandTest(Product product) {
    console = product.sandbox().uri().toString();
  }

  private record Ran(int exitCode, String output, String errors) {}

  @Test
  void it_tells_each_callback_and_where_the_end_of_the_call_arrived() throws Exception {
    var ran = run("callbacks", "--console", console, "--from", "+14155550177");

    assertThat(ran.output())
        .contains("from +14155550177 to +14155550100: completed, 42 seconds of talk")
        .containsSubsequence(
            "ringing      answered 204",
            "in-progress  answered 204",
            "completed    answered 204",
            "call.ended   arrived at the webhook receiver bright-dental, signature VALID",
            "\"talkSeconds\" : 42");
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void it_tells_programs_the_same_as_JSON() throws Exception {
    var ran = run("callbacks", "--console", console, "--json", "--outcome", "busy");

    var result = Json.tree(ran.output());
    assertThat(result.path("arrived").asBoolean()).isTrue();
    assertThat(result.path("call").path("callbacks")).hasSize(2);
    assertThat(result.path("webhook").path("body").asText()).contains("\"outcome\":\"BUSY\"");
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void a_call_whose_end_does_not_arrive_fails() throws Exception {
    var ran = run("callbacks", "--console", console, "--signature", "forged");

    assertThat(ran.output()).contains("answered 403", "No call.ended arrived");
    assertThat(ran.exitCode()).isEqualTo(1);
  }

  @Test
  void a_product_that_is_not_running_is_said() throws Exception {
    var ran = run("callbacks", "--console", "http://localhost:1");

    assertThat(ran.errors()).contains("HEKAX Phone must be running, so `./hekax start` first.");
    assertThat(ran.exitCode()).isEqualTo(2);
  }

  @Test
  void a_word_that_it_does_not_know_gets_those_that_it_knows() throws Exception {
    assertThat(run("--help").errors())
        .contains("new-lead", "interrupt", "transfer", "nobody-home", "model-down", "hang-up-early")
        .contains("--outcome", "--times");
    assertThat(run("new-lead", "--times", "often").errors()).contains("a number from 1 to 9999");
    assertThat(run("callbacks", "--times", "2").exitCode()).isEqualTo(2);
    assertThat(run("callbacks", "--to").exitCode()).isEqualTo(2);
    assertThat(run("old-lead").errors()).contains("There is no script old-lead", "new-lead");
    assertThat(run("callbacks", "--console", console, "--outcome", "lost").errors())
        .contains("outcome is one of completed, busy");
  }

  private static Ran run(String... arguments) throws Exception {
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    int exitCode =
        CallCommand.run(
            List.of(arguments),
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Ran(
        exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
  }
}
