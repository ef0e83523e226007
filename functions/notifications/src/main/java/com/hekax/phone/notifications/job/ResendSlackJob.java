package com.hekax.phone.notifications.job;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.NotificationsWiring;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.queues.Deliveries;
import java.time.InstantSource;

/** Sends messages to Slack that are due again. */
public final class ResendSlackJob extends ResendJob {

  public ResendSlackJob() {
    this(NotificationsWiring.deliveries(), SlackWiring.courier(), NotificationsWiring.clock());
  }

  ResendSlackJob(Deliveries deliveries, Courier<?> courier, InstantSource clock) {
    super(deliveries, courier, clock);
  }
}
