package com.hekax.phone.runner.process;

import com.hekax.phone.runner.lambda.ExecutionEnvironment;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Runs chosen functions as processes, and leaves the others to the runner's own JVM. */
public final class ProcessEnvironments implements ExecutionEnvironment.Factory {
  private final RuntimeApi api;
  private final Path logs;
  private final Predicate<LambdaFunction> chosen;
  private final ExecutionEnvironment.Factory others;

  /**
   * A choice of functions.
   *
   * @param logs where what the processes print is kept, a file a function
   */
  public ProcessEnvironments(
      RuntimeApi api,
      Path logs,
      Predicate<LambdaFunction> chosen,
      ExecutionEnvironment.Factory others) {
    this.api = api;
    this.logs = logs;
    this.chosen = chosen;
    this.others = others;
  }

  @Override
  public ExecutionEnvironment create(LambdaFunction function) {
    if (!chosen.test(function)) {
      return others.create(function);
    }
    try {
      return new ProcessEnvironment(function, api, logs.resolve(function.name() + ".log"));
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    }
  }
}
