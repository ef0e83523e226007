package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.scenarios.Eventually;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What could not be delivered, until it is. */
final class Resending {
  /** A further channel is one more job. */
  private static final List<String> JOBS =
      List.of(
          "ResendHubSpotFunction",
          "ResendWebhooksFunction",
          "ResendSlackFunction",
          "ResendEmailsFunction");

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DisorderedProduct product;

  Resending(DisorderedProduct product) {
    this.product = product;
  }

  /** Lets the time of each come at once and calls the jobs, until nothing waits. */
  void hurry(Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    product.awaitRest();
    while (waiting() > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(waiting() + " deliveries wait still");
      }
      letTheWaitPass();
      for (var job : JOBS) {
        if (!(product.product().runner().fireSchedule(job) instanceof Success)) {
          throw new AssertionError(job + " failed: see the product's log");
        }
      }
    }
    product.awaitRest();
  }

  /**
   * Waits for the product's own clock.
   *
   * @param progress told now and then how many wait
   */
  void await(Duration limit, Consumer<String> progress) throws Exception {
    long begin = System.nanoTime();
    product.awaitRest();
    for (int look = 0; waiting() > 0; look++) {
      var passed = Duration.ofNanos(System.nanoTime() - begin);
      if (passed.compareTo(limit) > 0) {
        throw new AssertionError(waiting() + " deliveries wait still after " + limit);
      }
      if (look % 15 == 0) {
        progress.accept("%4d s: %d deliveries wait".formatted(passed.toSeconds(), waiting()));
      }
      Thread.sleep(LOOK);
    }
    product.awaitRest();
  }

  private int waiting() throws SQLException {
    try (var statement = product.superuser().createStatement();
        var count =
            statement.executeQuery("select count(*) from deliveries where status = 'WAITING'")) {
      count.next();
      return count.getInt(1);
    }
  }

  private Map<UUID, Instant> waits() throws SQLException {
    try (var statement = product.superuser().createStatement();
        var rows =
            statement.executeQuery(
                "select id, next_attempt_at from deliveries where status = 'WAITING'")) {
      var waits = new HashMap<UUID, Instant>();
      while (rows.next()) {
        waits.put(rows.getObject(1, UUID.class), rows.getTimestamp(2).toInstant());
      }
      return waits;
    }
  }

  /**
   * Lets all be due that nobody tries just now: the product's clock calls the jobs as well, and a
   * claim taken away from one would be a second attempt beside the first.
   */
  private void letTheWaitPass() throws Exception {
    var seen = waits();
    for (var job : JOBS) {
      Eventually.eventually(job + " ends", () -> !product.product().runner().isRunning(job));
    }
    try (var statement = product.superuser().createStatement()) {
      statement.execute("update webhooks set paused_until = now() where paused_until is not null");
    }
    // What was claimed when it was seen is settled by now, and a later claim moved its time too.
    try (var statement =
        product
            .superuser()
            .prepareStatement(
                """
                update deliveries set next_attempt_at = now()
                 where status = 'WAITING' and id = ? and next_attempt_at = ?
                """)) {
      for (var wait : seen.entrySet()) {
        statement.setObject(1, wait.getKey());
        statement.setTimestamp(2, Timestamp.from(wait.getValue()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
