package com.hekax.phone.runner.lambda;

import static com.hekax.phone.runner.functions.Functions.function;
import static com.hekax.phone.runner.functions.Functions.withDeadLetterQueue;
import static com.hekax.phone.runner.functions.Functions.withReserved;
import static com.hekax.phone.runner.functions.Functions.withTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.functions.Handlers;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LambdaServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LambdaSettings SETTINGS =
      new LambdaSettings(8, Duration.ofMinutes(1), List.of(Duration.ofMillis(1)));

  private final List<LambdaService> started = new ArrayList<>();
  private final BlockingQueue<String> deadLetters = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    started.forEach(LambdaService::close);
  }

  @Test
  void a_handler_gets_its_settings_and_the_context_that_Lambda_gives() {
    var answer = success(lambda(function(Handlers.Mirror.class)), "Mirror", "{\"a\":1}");

    assertThat(answer.path("stage").asText()).isEqualTo("local");
    assertThat(answer.path("functionName").asText()).isEqualTo("Mirror");
    assertThat(answer.path("functionArn").asText())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Mirror:live");
    assertThat(UUID.fromString(answer.path("requestId").asText())).isNotNull();
    assertThat(answer.path("remainingMillis").asInt()).isBetween(3000, 5000);
    assertThat(answer.path("event").path("a").asInt()).isEqualTo(1);
  }

  @Test
  void invocations_one_after_another_use_one_environment() {
    var lambda = lambda(function(Handlers.Mirror.class));
    success(lambda, "Mirror", "{}");

    assertThat(success(lambda, "Mirror", "{}").path("invocations").asInt()).isEqualTo(2);
  }

  @Test
  void each_environment_has_statics_of_its_own() {
    var first = lambda(function(Handlers.Mirror.class));
    var second = lambda(function(Handlers.Mirror.class));
    success(first, "Mirror", "{}");

    assertThat(success(second, "Mirror", "{}").path("invocations").asInt()).isEqualTo(1);
  }

  @Test
  void invocations_at_once_use_an_environment_each() throws Exception {
    var lambda = lambda(function(Handlers.Sleeper.class));
    var start = System.nanoTime();
    atOnce(4, () -> lambda.invoke("Sleeper", bytes("{\"millis\":400}")));

    // One after another they would take 1.6 s.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
  }

  @Test
  void a_function_runs_until_its_invocation_ends() {
    var lambda = lambda(function(Handlers.Sleeper.class));
    assertThat(lambda.isRunning("Sleeper")).isFalse();

    lambda.invokeAsync("Sleeper", bytes("{\"millis\":400}"));

    assertThat(eventually(() -> lambda.isRunning("Sleeper"))).isTrue();
    assertThat(eventually(() -> !lambda.isRunning("Sleeper"))).isTrue();
  }

  @Test
  void a_late_function_is_interrupted_and_its_environment_thrown_away() {
    System.clearProperty("hekax.test.interrupted");
    var sleeper = withTimeout(function(Handlers.Sleeper.class), Duration.ofMillis(150));
    var lambda = lambda(sleeper);

    var failure = failure(lambda.invoke("Sleeper", bytes("{\"millis\":60000}")));

    assertThat(failure.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(failure.path("errorMessage").asText()).contains("Task timed out after 0.15 seconds");
    assertThat(eventually(() -> Boolean.getBoolean("hekax.test.interrupted"))).isTrue();
    assertThat(lambda.invoke("Sleeper", bytes("{\"millis\":0}"))).isInstanceOf(Success.class);
  }

  @Test
  void an_exception_becomes_the_error_that_Lambda_reports() {
    var lambda = lambda(function(Handlers.Stumbler.class));

    var failure = failure(lambda.invoke("Stumbler", bytes(stumble("error", 1))));

    assertThat(failure.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.path("errorMessage").asText()).isEqualTo("stumbled");
    assertThat(failure.path("stackTrace").size()).isPositive();
  }

  @Test
  void a_constructor_that_throws_is_the_caller_s_error_each_time() {
    var lambda = lambda(function(Handlers.Stillborn.class));

    for (var attempt = 0; attempt < 2; attempt++) {
      assertThat(failure(lambda.invoke("Stillborn", bytes("{}"))).path("errorMessage").asText())
          .isEqualTo("The setting COLOUR is missing");
    }
  }

  @Test
  void reserved_concurrency_throttles_the_next_caller() throws Exception {
    var lambda = lambda(withReserved(function(Handlers.Sleeper.class), 1));
    var results = atOnce(2, () -> lambda.invoke("Sleeper", bytes("{\"millis\":500}")));

    assertThat(results).hasAtLeastOneElementOfType(Success.class);
    assertThat(results).hasAtLeastOneElementOfType(Throttled.class);
  }

  @Test
  void an_event_is_tried_three_times_in_all() throws Exception {
    var lambda = lambda(withDeadLetterQueue(function(Handlers.Stumbler.class), "arn:queue"));
    lambda.invokeAsync("Stumbler", bytes(stumble("saved", 2)));

    assertThat(eventually(() -> Integer.getInteger("saved", 0) == 3)).isTrue();
    assertThat(deadLetters.poll(100, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void an_event_that_no_retry_saves_reaches_the_dead_letter_queue() throws Exception {
    var lambda = lambda(withDeadLetterQueue(function(Handlers.Stumbler.class), "arn:queue"));
    lambda.invokeAsync("Stumbler", bytes(stumble("lost", 99)));

    assertThat(deadLetters.poll(5, TimeUnit.SECONDS)).isEqualTo("arn:queue " + stumble("lost", 99));
  }

  @Test
  void an_idle_environment_is_closed() {
    var settings = new LambdaSettings(8, Duration.ofMillis(100), List.of());
    var lambda = lambda(settings, ClassTransformer.NONE, function(Handlers.Mirror.class));
    success(lambda, "Mirror", "{}");

    assertThat(
            eventually(() -> success(lambda, "Mirror", "{}").path("invocations").asInt() == 1, 300))
        .isTrue();
  }

  @Test
  void a_transformer_given_by_a_test_changes_the_code_that_runs() {
    ClassTransformer breaker =
        (name, code) ->
            name.endsWith("Mirror")
                ? new String(code, StandardCharsets.ISO_8859_1)
                    .replace("original", "mutation")
                    .getBytes(StandardCharsets.ISO_8859_1)
                : code;
    var lambda = lambda(SETTINGS, breaker, function(Handlers.Mirror.class));

    assertThat(success(lambda, "Mirror", "{}").path("word").asText()).isEqualTo("mutation");
  }

  private LambdaService lambda(LambdaFunction function) {
    return lambda(SETTINGS, ClassTransformer.NONE, function);
  }

  private LambdaService lambda(
      LambdaSettings settings, ClassTransformer transformer, LambdaFunction function) {
    var lambda =
        new LambdaService(
            List.of(function),
            LambdaService.inProcess(transformer),
            settings,
            (queue, body) -> deadLetters.add(queue + " " + body));
    started.add(lambda);
    return lambda;
  }

  private static JsonNode success(LambdaService lambda, String name, String event) {
    return switch (lambda.invoke(name, bytes(event))) {
      case Success(var payload) -> json(payload);
      case Failure failure -> throw new AssertionError(failure.text());
      case Throttled _ -> throw new AssertionError("throttled");
    };
  }

  private static JsonNode failure(InvocationResult result) {
    assertThat(result).isInstanceOf(Failure.class);
    return json(((Failure) result).payload());
  }

  private static String stumble(String id, int failures) {
    return "{\"id\":\"%s\",\"failures\":%d}".formatted(id, failures);
  }

  private static JsonNode json(byte[] payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException invalid) {
      throw new AssertionError(invalid);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(Collections.nCopies(times, work))) {
        results.add(future.get());
      }
      return results;
    }
  }

  private static boolean eventually(Callable<Boolean> condition) {
    return eventually(condition, 20);
  }

  private static boolean eventually(Callable<Boolean> condition, long everyMillis) {
    try {
      var limit = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      while (System.nanoTime() < limit) {
        Thread.sleep(everyMillis);
        if (condition.call()) {
          return true;
        }
      }
      return false;
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
