package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Tx;
import java.util.Set;
import java.util.UUID;

/** Who has done their work for an event. */
public final class HandledEvents {

  /** The simple names of the workers that have handled it. */
  public static Set<String> consumers(Tx tx, OrganizationId organization, UUID event) {
    return tx.dao(HandledEventDao.class).findConsumers(organization, event);
  }

  private HandledEvents() {}
}
