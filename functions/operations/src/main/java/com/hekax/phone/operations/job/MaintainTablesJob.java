package com.hekax.phone.operations.job;

import com.hekax.phone.operations.OperationsWiring;
import com.hekax.phone.operations.TableUpkeep;
import com.hekax.phone.platform.jobs.ScheduledJob;

/** Makes, every night, the partitions of the coming months, and takes away what has expired. */
public final class MaintainTablesJob extends ScheduledJob {
  private final TableUpkeep upkeep;

  public MaintainTablesJob() {
    this(OperationsWiring.tableUpkeep());
  }

  MaintainTablesJob(TableUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  protected int run() {
    // First, because a call without a partition cannot be saved; expired rows can wait a day.
    upkeep.createPartitions();
    return upkeep.deleteExpired() + upkeep.dropPartitions();
  }
}
