package com.hekax.phone.notifications.worker;

import com.hekax.phone.contracts.ConnectionLost;
import com.hekax.phone.contracts.CrmSyncFailed;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.platform.queues.Subscriptions;

/** Tells the members of the organization, by e-mail. */
public final class DeliverEmailsWorker extends DeliveryWorker {

  public DeliverEmailsWorker() {
    this(EmailsWiring.courier());
  }

  DeliverEmailsWorker(Courier<?> courier) {
    super(courier);
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(LeadCaptured.class, this::open)
        .write(MessageTaken.class, this::open)
        .write(VoicemailLeft.class, this::open)
        .write(ConnectionLost.class, this::open)
        .write(CrmSyncFailed.class, this::open);
  }
}
