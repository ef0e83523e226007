package com.hekax.phone.notifications.worker;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.webhooks.WebhooksWiring;
import com.hekax.phone.platform.queues.Subscriptions;

/** Tells the organization's other systems, by signed webhooks. */
public final class DeliverWebhooksWorker extends DeliveryWorker {

  public DeliverWebhooksWorker() {
    this(WebhooksWiring.courier());
  }

  DeliverWebhooksWorker(Courier<?> courier) {
    super(courier);
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(LeadCaptured.class, this::open)
        .write(LeadUpdated.class, this::open)
        .write(MessageTaken.class, this::open)
        .write(VoicemailLeft.class, this::open)
        .write(CallEnded.class, this::open);
  }
}
