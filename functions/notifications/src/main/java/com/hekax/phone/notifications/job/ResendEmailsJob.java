package com.hekax.phone.notifications.job;

import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.NotificationsWiring;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.platform.queues.Deliveries;
import java.time.InstantSource;

/** Sends e-mails that are due again. */
public final class ResendEmailsJob extends ResendJob {

  public ResendEmailsJob() {
    this(NotificationsWiring.deliveries(), EmailsWiring.courier(), NotificationsWiring.clock());
  }

  ResendEmailsJob(Deliveries deliveries, Courier<?> courier, InstantSource clock) {
    super(deliveries, courier, clock);
  }
}
