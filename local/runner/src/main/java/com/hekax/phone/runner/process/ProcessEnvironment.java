package com.hekax.phone.runner.process;

import com.hekax.phone.runner.lambda.ExecutionEnvironment;
import com.hekax.phone.runner.lambda.Invocation;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A function in a JVM of its own, on AWS's runtime client, with nothing on its class path but its
 * own jar, its layers and that client. So a dependency that only the runner has is missing here, as
 * it would be on AWS.
 */
final class ProcessEnvironment implements ExecutionEnvironment {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final LambdaFunction function;
  private final RuntimeApi api;
  private final String id = UUID.randomUUID().toString();
  private final BlockingQueue<Invocation> handover = new LinkedBlockingQueue<>();
  private final CompletableFuture<InvocationResult> started = new CompletableFuture<>();
  private final Process process;
  private final Path logFile;
  private volatile @Nullable Invocation current;
  private volatile CompletableFuture<InvocationResult> answer = new CompletableFuture<>();
  private volatile boolean usable = true;

  ProcessEnvironment(LambdaFunction function, RuntimeApi api, Path logFile) throws IOException {
    this.function = function;
    this.api = api;
    this.process = ProcessCommand.of(function, api.register(id, this), logFile).start();
    this.logFile = logFile;
    var _ = process.onExit().thenRun(this::exited);
  }

  @Override
  public InvocationResult invoke(Invocation invocation) {
    try {
      if (await(started, START_LIMIT) instanceof Failure failure) {
        usable = false;
        return failure;
      }
      // The time a function takes to start does not count against its time-out.
      var fresh = invocation.restarted(function);
      answer = new CompletableFuture<>();
      current = fresh;
      handover.put(fresh);
      // One that ended before there was an answer to wait for will never give one.
      return process.isAlive() ? await(answer, fresh.remaining()) : exitError();
    } catch (TimeoutException late) {
      usable = false;
      return invocation.timedOut(function);
    } catch (InterruptedException closing) {
      usable = false;
      Thread.currentThread().interrupt();
      return Failure.of("Runtime.Stopped", "The runner is stopping");
    }
  }

  @Override
  public boolean usable() {
    return usable && process.isAlive();
  }

  @Override
  public void close() {
    usable = false;
    api.forget(id);
    process.destroyForcibly();
  }

  String arn() {
    return Invocation.arnOf(function);
  }

  /** The runtime client asks for work: it has started, and has done with what it had. */
  Invocation next() throws InterruptedException {
    started.complete(new Success(new byte[0]));
    return handover.take();
  }

  void startFailed(byte[] error) {
    started.complete(new Failure(error));
  }

  void ended(String requestId, boolean succeeded, byte[] payload) {
    var expected = current;
    if (expected != null && expected.requestId().equals(requestId)) {
      answer.complete(succeeded ? new Success(payload) : new Failure(payload));
    }
  }

  private void exited() {
    usable = false;
    started.complete(exitError());
    answer.complete(exitError());
  }

  private Failure exitError() {
    usable = false;
    return Failure.of(
        "Runtime.ExitError",
        "%s exited with status %d, see %s"
            .formatted(function.name(), process.exitValue(), logFile));
  }

  private static InvocationResult await(CompletableFuture<InvocationResult> future, Duration limit)
      throws InterruptedException, TimeoutException {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
