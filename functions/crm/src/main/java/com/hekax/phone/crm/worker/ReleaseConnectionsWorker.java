package com.hekax.phone.crm.worker;

import com.hekax.phone.contracts.OrganizationErasing;
import com.hekax.phone.crm.Connections;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.platform.queues.Delivery;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;

/** Gives the accesses to CRMs back of an organization that is erased. */
public final class ReleaseConnectionsWorker extends QueueWorker {
  private final Connections connections;

  public ReleaseConnectionsWorker() {
    this(CrmWiring.connections());
  }

  ReleaseConnectionsWorker(Connections connections) {
    this.connections = connections;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none().send(OrganizationErasing.class, this::release);
  }

  private Delivery release(OrganizationErasing event) {
    return connections.release(event.organization())
        ? Delivery.done()
        : Delivery.again("A CRM could not be asked to take its access back");
  }
}
