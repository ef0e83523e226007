package com.hekax.phone.runner.lambda;

import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** The execution environments of one function: as many as there are invocations at once. */
final class FunctionPool implements AutoCloseable {
  private record Idle(ExecutionEnvironment environment, long sinceNanos) {}

  private final LambdaFunction function;
  private final ExecutionEnvironment.Factory factory;
  private final int capacity;
  private final Semaphore permits;
  private final boolean reserved;
  private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * @param machineLimit environments at most when the template reserves no number
   */
  FunctionPool(LambdaFunction function, ExecutionEnvironment.Factory factory, int machineLimit) {
    this.function = function;
    this.factory = factory;
    this.reserved = function.reservedConcurrency().isPresent();
    this.capacity = function.reservedConcurrency().orElse(machineLimit);
    this.permits = new Semaphore(capacity, true);
  }

  LambdaFunction function() {
    return function;
  }

  InvocationResult invoke(byte[] payload) {
    if (!admit()) {
      return new Throttled();
    }
    try {
      var environment = take();
      try {
        return environment.invoke(Invocation.of(function, payload));
      } finally {
        giveBack(environment);
      }
    } finally {
      permits.release();
    }
  }

  /** Closes what nobody has used for a while. */
  void closeIdle(Duration longerThan) {
    var limit = System.nanoTime() - longerThan.toNanos();
    for (var oldest = idle.peekFirst();
        oldest != null && oldest.sinceNanos() - limit < 0;
        oldest = idle.peekFirst()) {
      if (idle.remove(oldest)) {
        oldest.environment().close();
      }
    }
  }

  int idleCount() {
    return idle.size();
  }

  boolean isRunning() {
    return permits.availablePermits() < capacity;
  }

  @Override
  public void close() {
    closed = true;
    for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      next.environment().close();
    }
  }

  /**
   * A reserved concurrency throttles, as on AWS. The machine's own limit only makes callers wait:
   * AWS would have started another environment.
   */
  private boolean admit() {
    if (reserved) {
      return permits.tryAcquire();
    }
    permits.acquireUninterruptibly();
    return true;
  }

  private ExecutionEnvironment take() {
    // The one used last is the warmest.
    var warm = idle.pollLast();
    return warm == null ? factory.create(function) : warm.environment();
  }

  private void giveBack(ExecutionEnvironment environment) {
    if (environment.usable() && !closed) {
      idle.addLast(new Idle(environment, System.nanoTime()));
    } else {
      environment.close();
    }
  }

  static Failure unknown(String name) {
    return Failure.of("ResourceNotFoundException", "Function not found: " + name);
  }
}
