package com.hekax.phone.operations.job;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** An invocation that has so much time left. */
final class TimedContext {

  static Context with(Duration left) {
    return (Context)
        Proxy.newProxyInstance(
            TimedContext.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> (int) left.toMillis();
                  case "getFunctionName" -> "MigrateDatabaseFunction";
                  case "getAwsRequestId" -> "test";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private TimedContext() {}
}
