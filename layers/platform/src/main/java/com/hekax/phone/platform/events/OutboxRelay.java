package com.hekax.phone.platform.events;

import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Publishes what was saved and not yet announced. Two relays at once never publish the same row.
 */
@AcrossOrganizations("events of all organizations wait in one outbox")
public final class OutboxRelay {
  private static final int BATCH = 100;

  /** Younger ones are being published by the request that saved them. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final SystemDatabase database;
  private final EventBus bus;
  private final InstantSource clock;

  public OutboxRelay(SystemDatabase database, EventBus bus, InstantSource clock) {
    this.database = database;
    this.bus = bus;
    this.clock = clock;
  }

  /**
   * Publishes until nothing waits or the bus takes no more.
   *
   * @return how many were published
   */
  public int run() {
    int published = 0;
    int taken;
    do {
      taken = runBatch();
      published += taken;
    } while (taken == BATCH);
    return published;
  }

  private int runBatch() {
    return database.inTransaction(
        tx -> {
          var outbox = tx.dao(OutboxDao.class);
          var waiting = outbox.lockWaiting(clock.instant().minus(GRACE), BATCH);
          var taken = bus.put(waiting);
          if (!taken.isEmpty()) {
            outbox.markPublishedForAll(taken, clock.instant());
          }
          return taken.size();
        });
  }
}
