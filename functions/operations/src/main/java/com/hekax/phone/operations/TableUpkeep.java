package com.hekax.phone.operations;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.operations.store.UpkeepDao;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;

/**
 * Keeps tables from running out of partitions and from growing for ever. Rows are deleted a batch
 * at a time, each in a transaction of its own: short locks, and nothing to do again after a
 * failure.
 */
@AcrossOrganizations("old rows go, whoever's they are")
public final class TableUpkeep {
  private static final int MONTHS_AHEAD = 3;
  private static final int BATCH = 2_000;

  /** The function's time-out is five minutes. */
  private static final Duration AT_MOST = Duration.ofMinutes(4);

  private final SystemDatabase database;
  private final InstantSource clock;

  public TableUpkeep(SystemDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes the missing partitions of tables that are partitioned by month. */
  public void createPartitions() {
    database.useTransaction(tx -> tx.dao(UpkeepDao.class).createMonthPartitions(MONTHS_AHEAD));
  }

  /** Drops the months whose time is over, of tables that are kept for one, and says how many. */
  public int dropPartitions() {
    return database.inTransaction(tx -> tx.dao(UpkeepDao.class).dropExpiredMonthPartitions());
  }

  /**
   * Deletes what has expired, in turns over the tables, so that a long backlog in one does not keep
   * the others waiting. What is left after four minutes goes with the next run.
   *
   * @return how many rows were deleted
   */
  public int deleteExpired() {
    var end = clock.instant().plus(AT_MOST);
    var unfinished = EnumSet.allOf(ExpiringRows.class);
    int deleted = 0;
    while (!unfinished.isEmpty() && clock.instant().isBefore(end)) {
      for (var rows : EnumSet.copyOf(unfinished)) {
        int batch = deleteBatch(rows);
        deleted += batch;
        if (batch < BATCH) {
          unfinished.remove(rows);
        }
      }
    }
    if (!unfinished.isEmpty()) {
      Log.warn("Expired rows are left for the next run", field("tables", unfinished));
    }
    return deleted;
  }

  private int deleteBatch(ExpiringRows rows) {
    var before = clock.instant().minus(rows.keptFor());
    return database.inTransaction(tx -> rows.delete(tx.dao(UpkeepDao.class), before, BATCH));
  }
}
