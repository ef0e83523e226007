package com.hekax.phone.platform.events;

import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Publishes what was saved and not yet announced. Two relays at once never publish the same row.
 */
@AcrossOrganizations("events of all organizations wait in one outbox")
public final class OutboxRelay {
  private static final int BATCH = 100;

  /** Younger ones are being published by the request that saved them. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SystemDatabase database;
  private final EventBus bus;
  private final InstantSource clock;

  public OutboxRelay(SystemDatabase database, EventBus bus, InstantSource clock) {
    this.database = database;
    this.bus = bus;
    this.clock = clock;
  }

  /**
   * Publishes what waits, the oldest first, until a batch is the last or the bus takes none of it.
   * An event that the bus refuses stays, and those behind it are published.
   *
   * @return how many were published
   */
  public int run() {
    int published = 0;
    var batch = new Batch(BEFORE_ALL, BATCH, BATCH);
    while (batch.waiting() == BATCH && batch.taken() > 0) {
      batch = runBatch(batch.last());
      published += batch.taken();
    }
    return published;
  }

  /** How many waited, how many of them the bus took, and the id of the last one. */
  private record Batch(UUID last, int waiting, int taken) {}

  private Batch runBatch(UUID after) {
    return database.inTransaction(
        tx -> {
          var outbox = tx.dao(OutboxDao.class);
          var waiting = outbox.lockWaiting(after, clock.instant().minus(GRACE), BATCH);
          var taken = bus.put(waiting);
          if (!taken.isEmpty()) {
            outbox.markPublishedForAll(taken, clock.instant());
          }
          var last = waiting.isEmpty() ? after : waiting.getLast().id();
          return new Batch(last, waiting.size(), taken.size());
        });
  }
}
