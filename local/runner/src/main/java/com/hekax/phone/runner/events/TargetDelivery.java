package com.hekax.phone.runner.events;

import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.queues.Queues;
import com.hekax.phone.runner.template.Application.Target;
import com.hekax.phone.runner.template.Naming;
import java.nio.charset.StandardCharsets;

/** Brings events to what a template can name as a target: queues and functions. */
public final class TargetDelivery implements EventBuses.Targets {
  private static final System.Logger LOG = System.getLogger(TargetDelivery.class.getName());

  private final LambdaService lambda;
  private final Queues queues;

  public TargetDelivery(LambdaService lambda, Queues queues) {
    this.lambda = lambda;
    this.queues = queues;
  }

  @Override
  public void deliver(Target target, String event) {
    try {
      if (isQueue(target)) {
        queues.send(target.arn(), event);
      } else {
        lambda.invokeAsync(Naming.functionName(target.arn()), bytes(event));
      }
    } catch (RuntimeException undelivered) {
      LOG.log(System.Logger.Level.ERROR, "No delivery to " + target.arn(), undelivered);
      var deadLetters = target.deadLetterQueue().orElseThrow(() -> undelivered);
      queues.send(deadLetters, event);
    }
  }

  /** Delivers and, when the target is a function, waits for what it says. */
  public InvocationResult deliverNow(Target target, String event) {
    if (isQueue(target)) {
      queues.send(target.arn(), event);
      return new InvocationResult.Success(new byte[0]);
    }
    return lambda.invoke(Naming.functionName(target.arn()), bytes(event));
  }

  private static boolean isQueue(Target target) {
    return target.arn().startsWith("arn:aws:sqs:");
  }

  private static byte[] bytes(String event) {
    return event.getBytes(StandardCharsets.UTF_8);
  }
}
