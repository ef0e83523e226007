package com.hekax.phone.telephony.worker;

import com.hekax.phone.contracts.OrganizationErasing;
import com.hekax.phone.platform.queues.Delivery;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;
import com.hekax.phone.telephony.Releases;
import com.hekax.phone.telephony.TelephonyWiring;

/** Gives up the recordings and the numbers of an organization that is erased. */
public final class ReleaseNumbersWorker extends QueueWorker {
  private final Releases releases;

  public ReleaseNumbersWorker() {
    this(TelephonyWiring.releases());
  }

  ReleaseNumbersWorker(Releases releases) {
    this.releases = releases;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none().send(OrganizationErasing.class, this::release);
  }

  private Delivery release(OrganizationErasing event) {
    return releases.release(event.organization())
        ? Delivery.done()
        : Delivery.again("Twilio has not taken everything back yet");
  }
}
