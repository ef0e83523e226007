package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.scenarios.Eventually;
import com.hekax.phone.start.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Waits until the product has done all that requests set off. */
final class Quiet {
  private final Product product;
  private final Connection superuser;
  private final List<String> queues;

  Quiet(Product product, Connection superuser, List<Queue> queues) {
    this.product = product;
    this.superuser = superuser;
    // What ends among dead letters stays there.
    this.queues =
        queues.stream().filter(queue -> queue.redrive().isPresent()).map(Queue::name).toList();
  }

  void await() throws Exception {
    Eventually.eventually("nothing more to publish or to handle", () -> isPublished() && isIdle());
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
