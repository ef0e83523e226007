package com.hekax.phone.runner.lambda;

import com.hekax.phone.runner.template.Application.LambdaFunction;

/** One copy of a function, doing one invocation at a time. */
public interface ExecutionEnvironment extends AutoCloseable {
  /** Waits for the answer, at most until the invocation's deadline. */
  InvocationResult invoke(Invocation invocation);

  /** Whether it may be used again; not after a time-out or a failed start. */
  boolean usable();

  @Override
  void close();

  /** Makes an environment; starting it may wait until its first invocation. */
  interface Factory {
    ExecutionEnvironment create(LambdaFunction function);
  }
}
