package com.hekax.phone.runner.functions;

import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.template.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Declares the test functions, as a template would. */
public final class Functions {
  private Functions() {}

  /** The folder of this module's test classes: what CodeUri names. */
  public static Path code() {
    return Path.of("target", "test-classes").toAbsolutePath();
  }

  public static String handler(Class<?> handler) {
    return handler.getName();
  }

  public static LambdaFunction function(Class<?> handler) {
    return new LambdaFunction(
        handler.getSimpleName(),
        handler.getSimpleName() + "Function",
        new Place("template.yaml", handler.getSimpleName(), 1),
        code(),
        handler(handler),
        Duration.ofSeconds(5),
        512,
        "live",
        Map.of("STAGE", "local", "AWS_LAMBDA_FUNCTION_NAME", handler.getSimpleName()),
        List.of(),
        OptionalInt.empty(),
        2,
        Optional.empty(),
        Optional.empty());
  }

  public static LambdaFunction withTimeout(LambdaFunction of, Duration timeout) {
    return new LambdaFunction(
        of.name(),
        of.logicalId(),
        of.place(),
        of.code(),
        of.handler(),
        timeout,
        of.memoryMegabytes(),
        of.alias(),
        of.environment(),
        of.layers(),
        of.reservedConcurrency(),
        of.retries(),
        of.deadLetterQueue(),
        of.failureDestination());
  }

  public static LambdaFunction withReserved(LambdaFunction of, int reserved) {
    return new LambdaFunction(
        of.name(),
        of.logicalId(),
        of.place(),
        of.code(),
        of.handler(),
        of.timeout(),
        of.memoryMegabytes(),
        of.alias(),
        of.environment(),
        of.layers(),
        OptionalInt.of(reserved),
        of.retries(),
        of.deadLetterQueue(),
        of.failureDestination());
  }

  public static LambdaFunction withDeadLetterQueue(LambdaFunction of, String arn) {
    return new LambdaFunction(
        of.name(),
        of.logicalId(),
        of.place(),
        of.code(),
        of.handler(),
        of.timeout(),
        of.memoryMegabytes(),
        of.alias(),
        of.environment(),
        of.layers(),
        of.reservedConcurrency(),
        of.retries(),
        Optional.of(arn),
        of.failureDestination());
  }
}
