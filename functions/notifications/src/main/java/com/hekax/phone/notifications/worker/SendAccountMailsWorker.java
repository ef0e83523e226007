package com.hekax.phone.notifications.worker;

import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.notifications.Courier;
import com.hekax.phone.notifications.email.EmailsWiring;
import com.hekax.phone.platform.queues.Subscriptions;

/** Writes to people about their accounts. */
public final class SendAccountMailsWorker extends DeliveryWorker {

  public SendAccountMailsWorker() {
    this(EmailsWiring.accountMailCourier());
  }

  SendAccountMailsWorker(Courier<?> courier) {
    super(courier);
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none().write(AccountMailRequested.class, this::open);
  }
}
