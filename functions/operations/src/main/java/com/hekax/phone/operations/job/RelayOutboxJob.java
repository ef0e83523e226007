package com.hekax.phone.operations.job;

import com.hekax.phone.operations.OperationsWiring;
import com.hekax.phone.platform.events.OutboxRelay;
import com.hekax.phone.platform.jobs.ScheduledJob;

/**
 * Publishes, every minute, the events that were saved and could not be published right after their
 * commit.
 */
public final class RelayOutboxJob extends ScheduledJob {
  private final OutboxRelay relay;

  public RelayOutboxJob() {
    this(OperationsWiring.outboxRelay());
  }

  RelayOutboxJob(OutboxRelay relay) {
    this.relay = relay;
  }

  @Override
  protected int run() {
    return relay.run();
  }
}
