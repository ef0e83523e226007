package com.hekax.phone.runner.events;

import com.hekax.phone.runner.queues.Disorder;
import com.hekax.phone.runner.template.Application.Target;
import java.time.Duration;

/** Brings each event to each target twice and late, as EventBridge may, while disorder is on. */
public final class RepeatedDelivery implements EventBuses.Targets {
  private static final int TIMES = 2;

  private final EventBuses.Targets targets;
  private final Disorder disorder;

  public RepeatedDelivery(EventBuses.Targets targets, Disorder disorder) {
    this.targets = targets;
    this.disorder = disorder;
  }

  @Override
  public void deliver(Target target, String event) {
    if (!disorder.isOn()) {
      targets.deliver(target, event);
      return;
    }
    // A place of its own: what a queue does with its messages does not change what comes to it.
    for (var late : disorder.deliveries("to " + target.arn(), TIMES)) {
      disorder.held(target.arn(), 1);
      Thread.ofVirtual().name("late-event").start(() -> deliver(target, event, late));
    }
  }

  private void deliver(Target target, String event, Duration late) {
    try {
      Thread.sleep(late);
      targets.deliver(target, event);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      disorder.held(target.arn(), -1);
    }
  }
}
