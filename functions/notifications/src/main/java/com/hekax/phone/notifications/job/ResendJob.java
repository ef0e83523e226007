package com.hekax.phone.notifications.job;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.platform.jobs.ScheduledJob;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Sends what is due again, in rounds, so many of each organization a round: one whose receivers are
 * slow or that has much to send keeps no other waiting.
 */
abstract class ResendJob extends ScheduledJob {
  private static final int PER_ORGANIZATION = 10;
  private static final int PER_ROUND = 100;

  /** No round begins later: the longest takes half a minute, and the function has 55 seconds. */
  private static final Duration ROUNDS_BEGIN_WITHIN = Duration.ofSeconds(20);

  private final Deliveries deliveries;
  private final Courier<?> courier;
  private final InstantSource clock;

  ResendJob(Deliveries deliveries, Courier<?> courier, InstantSource clock) {
    this.deliveries = deliveries;
    this.courier = courier;
    this.clock = clock;
  }

  @Override
  protected final int run() {
    var lastBegin = clock.instant().plus(ROUNDS_BEGIN_WITHIN);
    int sent = 0;
    List<Outgoing> due;
    do {
      due = deliveries.claimDue(courier.channel().consumer(), PER_ORGANIZATION, PER_ROUND);
      courier.deliver(due);
      sent += due.size();
    } while (!due.isEmpty() && clock.instant().isBefore(lastBegin));
    return sent;
  }
}
