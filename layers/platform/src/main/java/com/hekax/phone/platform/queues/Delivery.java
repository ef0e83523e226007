package com.hekax.phone.platform.queues;

import java.time.Duration;

/** How it went with one event in one consumer. */
public sealed interface Delivery {

  /** Done, or refused for good and noted where a person sees it: the message is finished with. */
  record Done() implements Delivery {}

  /** Not now: the queue shows the message again after its visibility time-out. */
  record Again(String reason) implements Delivery {}

  /**
   * Later, when a vendor said so: written to {@code deliveries} by the consumer, so the message is
   * finished with too.
   */
  record Scheduled(Duration after) implements Delivery {}

  static Delivery done() {
    return new Done();
  }

  /**
   * Not now.
   *
   * @param reason a fixed sentence for the log
   */
  static Delivery again(String reason) {
    return new Again(reason);
  }

  static Delivery scheduled(Duration after) {
    return new Scheduled(after);
  }
}
