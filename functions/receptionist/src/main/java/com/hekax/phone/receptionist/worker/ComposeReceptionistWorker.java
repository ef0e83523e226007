package com.hekax.phone.receptionist.worker;

import com.hekax.phone.contracts.OrganizationCreated;
import com.hekax.phone.contracts.OrganizationUpdated;
import com.hekax.phone.platform.queues.QueueWorker;
import com.hekax.phone.platform.queues.Subscriptions;
import com.hekax.phone.receptionist.ReceptionistWiring;
import com.hekax.phone.receptionist.Receptionists;

/**
 * Gives a new organization a receptionist that can take its first call, and has it answer under the
 * name that the organization has since.
 */
public final class ComposeReceptionistWorker extends QueueWorker {
  private final Receptionists receptionists;

  public ComposeReceptionistWorker() {
    this(ReceptionistWiring.receptionists());
  }

  ComposeReceptionistWorker(Receptionists receptionists) {
    this.receptionists = receptionists;
  }

  @Override
  protected Subscriptions subscriptions() {
    return Subscriptions.none()
        .write(
            OrganizationCreated.class, (tx, event) -> receptionists.open(tx, event.organization()))
        .write(
            OrganizationUpdated.class,
            (tx, event) ->
                event
                    .formerName()
                    .ifPresent(former -> receptionists.rename(tx, event.organization(), former)));
  }
}
