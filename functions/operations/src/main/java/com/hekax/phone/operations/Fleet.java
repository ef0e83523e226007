package com.hekax.phone.operations;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.operations.aws.DeployedFunctions;
import com.hekax.phone.operations.aws.DeployedFunctions.Answer;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All functions of this deployment, called together. */
public final class Fleet {
  /** So many at once: each takes one of the account's concurrent executions. */
  private static final int AT_ONCE = 8;

  /** A version that lost its snapshot makes a new one when it is called, which takes minutes. */
  private static final int ATTEMPTS = 20;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(15);

  private final DeployedFunctions functions;
  private final Duration betweenAttempts;

  public Fleet(DeployedFunctions functions) {
    this(functions, BETWEEN_ATTEMPTS);
  }

  Fleet(DeployedFunctions functions, Duration betweenAttempts) {
    this.functions = functions;
    this.betweenAttempts = betweenAttempts;
  }

  /** How it went. */
  public record Result(int answered, int failed) {}

  /** Calls each function until it answers or is given up; one that fails stops no other. */
  public Result ping() {
    var names = functions.names();
    var context = LogContext.current();
    var calls = new ArrayList<Future<Boolean>>();
    try (var callers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (var name : names) {
        calls.add(callers.submit(() -> context.call(() -> answers(name))));
      }
    }
    int answered = count(calls);
    var result = new Result(answered, names.size() - answered);
    Metrics.ofService()
        .count("FunctionsPinged", result.answered())
        .count("FunctionsSilent", result.failed())
        .write();
    return result;
  }

  private boolean answers(String name) throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (functions.ping(name)) {
        case Answer.Answered _ -> {
          return true;
        }
        case Answer.Failed(var reason) -> {
          Log.error("A function did not answer", field("name", name), field("reason", reason));
          return false;
        }
        case Answer.NotReady _ -> Thread.sleep(betweenAttempts);
      }
    }
    Log.error("A function stayed without a snapshot", field("name", name));
    return false;
  }

  private static int count(List<Future<Boolean>> calls) {
    int answered = 0;
    for (var call : calls) {
      try {
        answered += call.get() ? 1 : 0;
      } catch (ExecutionException e) {
        Log.error("A function could not be called", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return answered;
  }
}
