package com.hekax.phone.runner.lambda;

import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.template.Naming;
import java.time.Duration;
import java.util.UUID;

/**
 * One invocation under way.
 *
 * @param deadlineNanos when it times out, on the clock of {@link System#nanoTime}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Invocation(String requestId, byte[] payload, long deadlineNanos) {
  static Invocation of(LambdaFunction function, byte[] payload) {
    return new Invocation(
        UUID.randomUUID().toString(), payload, System.nanoTime() + function.timeout().toNanos());
  }

  /** The same invocation with all of the function's time before it. */
  public Invocation restarted(LambdaFunction function) {
    return new Invocation(requestId, payload, System.nanoTime() + function.timeout().toNanos());
  }

  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }

  /** The ARN by which everything in the templates calls a function: that of its alias. */
  public static String arnOf(LambdaFunction function) {
    var arn = Naming.functionArn(function.name());
    return function.alias().equals("$LATEST") ? arn : arn + ":" + function.alias();
  }

  /** What Lambda says of an invocation that ran out of time. */
  public InvocationResult.Failure timedOut(LambdaFunction function) {
    return InvocationResult.Failure.of(
        "Sandbox.Timedout",
        "RequestId: %s Error: Task timed out after %.2f seconds"
            .formatted(requestId, function.timeout().toMillis() / 1000.0));
  }
}
