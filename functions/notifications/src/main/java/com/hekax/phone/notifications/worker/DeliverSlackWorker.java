package com.hekax.phone.notifications.worker;

import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.queues.Subscriptions;

/** Tells the organization's people, in its channel in Slack. */
public final class DeliverSlackWorker extends DeliveryWorker {

  public DeliverSlackWorker() {
    this(SlackWiring.courier());
  }

  DeliverSlackWorker(Courier<?> courier) {
    super(courier);
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(LeadCaptured.class, this::open)
        .write(MessageTaken.class, this::open)
        .write(VoicemailLeft.class, this::open);
  }
}
