package com.hekax.phone.runner.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A function inside the runner's JVM: a class loader, a thread and a handler of its own. The thread
 * is a platform thread, because a handler that never returns would hold up a carrier of the virtual
 * threads that serve everybody else.
 */
final class InProcessEnvironment implements ExecutionEnvironment {
  /**
   * Lambda allows less on demand and more for a snapshot; either way it is not the function's time.
   */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final int LARGEST_ANSWER = 6 * 1024 * 1024;

  private final LambdaFunction function;
  private final FunctionClassLoader loader;
  private final ExecutorService thread;
  private final Env env;
  private @Nullable RequestStreamHandler handler;
  private volatile boolean usable = true;

  InProcessEnvironment(LambdaFunction function, ClassTransformer transformer) {
    this.function = function;
    this.env = Env.of(function.environment());
    this.loader =
        new FunctionClassLoader(
            function.code(), InProcessEnvironment.class.getClassLoader(), transformer);
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name(function.name()).factory());
  }

  @Override
  public InvocationResult invoke(Invocation invocation) {
    if (handler == null) {
      var start =
          run(this::start, START_LIMIT, Failure.of("Runtime.InitTimeout", "Init timed out"));
      if (start instanceof Failure) {
        usable = false;
        return start;
      }
      // The time a function takes to start does not count against its time-out.
      invocation = invocation.restarted(function);
    }
    var current = invocation;
    return run(() -> answer(current), current.remaining(), current.timedOut(function));
  }

  @Override
  public boolean usable() {
    return usable;
  }

  @Override
  public void close() {
    usable = false;
    thread.shutdownNow();
    Platform.close(env);
    try {
      loader.close();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private InvocationResult run(
      Callable<InvocationResult> work, Duration limit, Failure whenTimedOut) {
    var future = thread.submit(work);
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      // Closing an environment that is not usable interrupts what still runs in it.
      usable = false;
      return whenTimedOut;
    } catch (InterruptedException closing) {
      usable = false;
      Thread.currentThread().interrupt();
      return Failure.of("Runtime.Stopped", "The runner is stopping");
    } catch (ExecutionException failed) {
      return Failure.of(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private InvocationResult start() throws Exception {
    Thread.currentThread().setContextClassLoader(loader);
    var created = Env.bind(env, this::construct);
    if (created instanceof RequestStreamHandler streamHandler) {
      handler = streamHandler;
      return new Success(new byte[0]);
    }
    return Failure.of(
        "Runtime.HandlerType", function.handler() + " does not implement RequestStreamHandler");
  }

  private Object construct() throws Exception {
    var className = function.handler().split("::", 2)[0];
    try {
      return loader.loadClass(className).getConstructor().newInstance();
    } catch (InvocationTargetException thrown) {
      // The constructor's own exception is the story; reflection's wrapper is not.
      if (thrown.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw thrown;
    }
  }

  private InvocationResult answer(Invocation invocation) throws IOException {
    var output = new ByteArrayOutputStream();
    var target = handler;
    if (target == null) {
      throw new IllegalStateException("The handler was not started");
    }
    target.handleRequest(
        new ByteArrayInputStream(invocation.payload()),
        output,
        new InvocationContext(function, invocation));
    if (output.size() > LARGEST_ANSWER) {
      return Failure.of(
          "Function.ResponseSizeTooLarge",
          "Response payload size exceeded maximum allowed payload size (6291556 bytes).");
    }
    return new Success(output.toByteArray());
  }
}
