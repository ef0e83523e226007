package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.start.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Waits until the product has done all that requests set off. */
public final class Quiet {
  private static final Duration LIMIT = Duration.ofSeconds(45);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Product product;
  private final Connection superuser;
  private final List<String> queues;
  private boolean restless;

  public Quiet(Product product, Connection superuser, List<Queue> queues) {
    this.product = product;
    this.superuser = superuser;
    // What ends among dead letters stays there.
    this.queues =
        queues.stream().filter(queue -> queue.redrive().isPresent()).map(Queue::name).toList();
  }

  /**
   * Whether it came to rest. One that did not will not: a worker cannot handle what another part
   * left behind, and tries for minutes; so it is waited for once.
   */
  public boolean await() throws SQLException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!restless) {
      if (isPublished() && isIdle()) {
        return true;
      }
      restless = System.nanoTime() > end;
      Thread.sleep(LOOK);
    }
    return false;
  }

  private boolean isPublished() throws SQLException {
    try (var statement = superuser.createStatement();
        var waiting =
            statement.executeQuery(
                "select exists (select from outbox where published_at is null)")) {
      waiting.next();
      return !waiting.getBoolean(1);
    }
  }

  private boolean isIdle() throws InterruptedException {
    for (var queue : queues) {
      if (product.runner().queueDepth(queue) > 0) {
        return false;
      }
    }
    return true;
  }
}
