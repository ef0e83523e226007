package com.hekax.phone.notifications.job;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.NotificationsWiring;
import com.hekax.phone.notifications.webhooks.WebhooksWiring;
import com.hekax.phone.platform.queues.Deliveries;
import java.time.InstantSource;

/** Sends webhooks that are due again. */
public final class ResendWebhooksJob extends ResendJob {

  public ResendWebhooksJob() {
    this(NotificationsWiring.deliveries(), WebhooksWiring.courier(), NotificationsWiring.clock());
  }

  ResendWebhooksJob(Deliveries deliveries, Courier<?> courier, InstantSource clock) {
    super(deliveries, courier, clock);
  }
}
