package com.hekax.phone.runner.process;

import static com.hekax.phone.runner.functions.Functions.function;
import static com.hekax.phone.runner.functions.Functions.withTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.functions.Handlers;
import com.hekax.phone.runner.functions.Plain;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.lambda.LambdaSettings;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // made before each test
class ProcessEnvironmentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private RuntimeApi api;
  private LambdaService lambda;

  @BeforeEach
  void start() {
    api = new RuntimeApi();
  }

  @AfterEach
  void stop() {
    lambda.close();
    api.close();
  }

  @Test
  void a_function_runs_in_a_JVM_of_its_own_with_its_own_environment() throws Exception {
    lambda = lambda(function(Plain.class), Duration.ofMinutes(1));

    var first = answer(lambda.invoke("Plain", bytes("{}")));
    var second = answer(lambda.invoke("Plain", bytes("{}")));

    assertThat(first.path("pid").asLong()).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(first.path("stage").asText()).isEqualTo("local");
    assertThat(first.path("path").asText()).isEqualTo("null");
    assertThat(first.path("name").asText()).isEqualTo("Plain");
    assertThat(second.path("pid")).isEqualTo(first.path("pid"));
    assertThat(second.path("invocations").asInt()).isEqualTo(2);
  }

  @Test
  void a_dependency_that_no_layer_carries_is_told_by_name() {
    lambda = lambda(function(Handlers.Mirror.class), Duration.ofMinutes(1));

    var failure = (Failure) lambda.invoke("Mirror", bytes("{}"));

    assertThat(failure.text())
        .contains("NoClassDefFoundError")
        .contains("com/hekax/phone/platform/Env");
  }

  @Test
  void a_late_function_is_ended_and_the_next_call_gets_a_new_JVM() throws Exception {
    lambda =
        lambda(withTimeout(function(Plain.class), Duration.ofSeconds(1)), Duration.ofMinutes(1));
    var first = answer(lambda.invoke("Plain", bytes("{}"))).path("pid").asLong();

    var late = (Failure) lambda.invoke("Plain", bytes("{\"sleep\":true}"));
    var next = answer(lambda.invoke("Plain", bytes("{}"))).path("pid").asLong();

    assertThat(late.text()).contains("Task timed out after 1.00 seconds");
    assertThat(next).isNotEqualTo(first);
    assertThat(ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void a_process_that_ends_itself_is_an_error_of_the_call() {
    lambda = lambda(function(Plain.class), Duration.ofMinutes(1));

    var failure = (Failure) lambda.invoke("Plain", bytes("{\"exit\":true}"));

    assertThat(failure.text()).contains("Runtime.ExitError").contains("status 3");
  }

  @Test
  void an_idle_process_is_stopped() throws Exception {
    lambda = lambda(function(Plain.class), Duration.ofMillis(200));
    var pid = answer(lambda.invoke("Plain", bytes("{}"))).path("pid").asLong();

    var ended = ProcessHandle.of(pid).map(ProcessHandle::onExit);

    if (ended.isPresent()) {
      ended.get().orTimeout(10, TimeUnit.SECONDS).join();
    }
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  private LambdaService lambda(LambdaFunction function, Duration idle) {
    return new LambdaService(
        List.of(function),
        new ProcessEnvironments(
            api, folder, _ -> true, LambdaService.inProcess((name, code) -> code)),
        new LambdaSettings(2, idle, List.of()),
        (queue, body) -> {});
  }

  private static JsonNode answer(InvocationResult result) throws IOException {
    return switch (result) {
      case Success(var payload) -> JSON.readTree(payload);
      case Failure failure -> throw new AssertionError(failure.text());
      case InvocationResult.Throttled _ -> throw new AssertionError("throttled");
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
