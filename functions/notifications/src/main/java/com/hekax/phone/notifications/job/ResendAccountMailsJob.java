package com.hekax.phone.notifications.job;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.NotificationsWiring;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.platform.queues.Deliveries;
import java.time.InstantSource;

/** Sends e-mails about accounts that are due again. */
public final class ResendAccountMailsJob extends ResendJob {

  public ResendAccountMailsJob() {
    this(
        NotificationsWiring.deliveries(),
        EmailsWiring.accountMailCourier(),
        NotificationsWiring.clock());
  }

  ResendAccountMailsJob(Deliveries deliveries, Courier<?> courier, InstantSource clock) {
    super(deliveries, courier, clock);
  }
}
