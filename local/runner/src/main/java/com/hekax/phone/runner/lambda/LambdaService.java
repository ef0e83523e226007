package com.hekax.phone.runner.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lambda: finds a function by name and invokes it, now or as an event that is tried again. */
public final class LambdaService implements AutoCloseable {
  /** Where events go that no retry saved. */
  public interface DeadLetters {
    void send(String queueArn, String body);
  }

  private static final System.Logger LOG = System.getLogger(LambdaService.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
  private final LambdaSettings settings;
  private final DeadLetters deadLetters;
  private final ExecutorService events = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread housekeeping;

  public LambdaService(
      Collection<LambdaFunction> functions,
      ExecutionEnvironment.Factory environments,
      LambdaSettings settings,
      DeadLetters deadLetters) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    for (var function : functions) {
      pools.put(
          function.name(),
          new FunctionPool(function, environments, settings.environmentsPerFunction()));
    }
    housekeeping = Thread.ofVirtual().name("lambda-housekeeping").start(this::closeIdle);
  }

  /** The environments that run functions inside this JVM. */
  public static ExecutionEnvironment.Factory inProcess(ClassTransformer transformer) {
    return function -> new InProcessEnvironment(function, transformer);
  }

  public List<LambdaFunction> functions() {
    return pools.values().stream().map(FunctionPool::function).toList();
  }

  /** A function by its physical name, or by its logical id when only one has it. */
  public Optional<LambdaFunction> find(String name) {
    var pool = pools.get(name);
    if (pool != null) {
      return Optional.of(pool.function());
    }
    var same = functions().stream().filter(function -> function.logicalId().equals(name)).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  /**
   * Whether an invocation of a function is under way.
   *
   * @param name its physical name
   */
  public boolean isRunning(String name) {
    var pool = pools.get(name);
    return pool != null && pool.isRunning();
  }

  /** Invokes and waits for the answer. */
  public InvocationResult invoke(String name, byte[] payload) {
    var pool = pools.get(name);
    if (pool == null) {
      return FunctionPool.unknown(name);
    }
    var result = pool.invoke(payload);
    if (result instanceof Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "{0} failed: {1}", name, failure.text());
    }
    return result;
  }

  /**
   * Invokes and waits no longer than a caller with a limit of its own would. The function runs on,
   * as it does on AWS.
   */
  public Optional<InvocationResult> invoke(String name, byte[] payload, Duration limit) {
    var pool = pools.get(name);
    if (pool == null || pool.function().timeout().compareTo(limit) < 0) {
      return Optional.of(invoke(name, payload));
    }
    try {
      return Optional.of(
          CompletableFuture.supplyAsync(() -> invoke(name, payload), events)
              .get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      return Optional.of(Failure.of(failed));
    }
  }

  /** Takes an event and returns at once; it is tried as often as the template says. */
  public void invokeAsync(String name, byte[] payload) {
    events.execute(() -> deliver(name, payload));
  }

  @Override
  public void close() {
    housekeeping.interrupt();
    events.shutdownNow();
    pools.values().forEach(FunctionPool::close);
  }

  private void closeIdle() {
    try {
      while (true) {
        Thread.sleep(settings.idleTime().dividedBy(4).plusMillis(10));
        pools.values().forEach(pool -> pool.closeIdle(settings.idleTime()));
      }
    } catch (InterruptedException closing) {
      // The runner stops; the pools close what is left.
    }
  }

  private void deliver(String name, byte[] payload) {
    var function = pools.get(name);
    if (function == null) {
      LOG.log(System.Logger.Level.ERROR, "There is no function {0} for an event", name);
      return;
    }
    var attempts = 1 + function.function().retries();
    var result = invoke(name, payload);
    for (var attempt = 1; attempt < attempts && !(result instanceof Success); attempt++) {
      try {
        Thread.sleep(settings.delayBefore(attempt));
      } catch (InterruptedException closing) {
        return;
      }
      result = invoke(name, payload);
    }
    if (!(result instanceof Success)) {
      giveUp(function.function(), payload, result, attempts);
    }
  }

  private void giveUp(
      LambdaFunction function, byte[] payload, InvocationResult result, int attempts) {
    var event = new String(payload, StandardCharsets.UTF_8);
    function.deadLetterQueue().ifPresent(queue -> deadLetters.send(queue, event));
    function
        .failureDestination()
        .ifPresent(
            queue -> deadLetters.send(queue, failureRecord(function, event, result, attempts)));
    if (function.deadLetterQueue().isEmpty() && function.failureDestination().isEmpty()) {
      LOG.log(
          System.Logger.Level.ERROR,
          "An event for {0} is lost: it failed {1} times and the function has no dead-letter queue",
          function.name(),
          attempts);
    }
  }

  private static String failureRecord(
      LambdaFunction function, String event, InvocationResult result, int attempts) {
    try {
      var record = JSON.createObjectNode();
      record.put("version", "1.0").put("timestamp", Instant.now().toString());
      record
          .putObject("requestContext")
          .put("functionArn", Invocation.arnOf(function))
          .put("condition", "RetriesExhausted")
          .put("approximateInvokeCount", attempts);
      record.set("requestPayload", JSON.readTree(event));
      record.putObject("responseContext").put("statusCode", 200).put("functionError", "Unhandled");
      if (result instanceof Failure failure) {
        record.set("responsePayload", JSON.readTree(failure.payload()));
      }
      return JSON.writeValueAsString(record);
    } catch (IOException notJson) {
      return event;
    }
  }
}
