package com.hekax.phone.operations.job;

import com.hekax.phone.operations.Fleet;
import com.hekax.phone.operations.OperationsWiring;
import com.hekax.phone.platform.jobs.ScheduledJob;

/**
 * Calls, every week, every function of this deployment, so that none loses its snapshot and the
 * next caller does not wait for a new one.
 */
public final class PingFunctionsJob extends ScheduledJob {
  private final Fleet fleet;

  public PingFunctionsJob() {
    this(OperationsWiring.fleet());
  }

  PingFunctionsJob(Fleet fleet) {
    this.fleet = fleet;
  }

  @Override
  protected int run() {
    var result = fleet.ping();
    if (result.failed() > 0) {
      throw new IllegalStateException(
          "%d of %d functions did not answer; the log names them"
              .formatted(result.failed(), result.answered() + result.failed()));
    }
    return result.answered();
  }
}
