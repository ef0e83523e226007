package com.hekax.phone.platform.limits;

import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;

/**
 * Counts requests in the database, where all functions meet: one statement a request, committed by
 * itself, so that no count is held while a request is worked on.
 */
public final class RateLimiter {
  private final Database database;

  public RateLimiter(Database database) {
    this.database = database;
  }

  /**
   * Charges a request to all budgets, or, when one of them has nothing left, to those before it.
   *
   * @param budgets at least one, in the order of {@link Counted}
   */
  public Spending spend(List<Budget> budgets) {
    try {
      var counts =
          database.alone(
              tx ->
                  tx.dao(RateDao.class)
                      .count(
                          budgets.stream().map(Budget::key).toList(),
                          millis(budgets, Quota::each),
                          millis(budgets, Quota::window)));
      return counts.getLast().granted() ? granted(budgets, counts) : exhausted(budgets, counts);
    } catch (JdbiException failed) {
      Log.warn("A request could not be counted", failed);
      Metrics.ofService().count("UncountedRequests", 1).write();
      return new Spending.Uncounted();
    }
  }

  private static Spending granted(List<Budget> budgets, List<RateDao.Count> counts) {
    return IntStream.range(0, counts.size())
        .mapToObj(i -> granted(budgets.get(i).quota(), counts.get(i).fullInMillis()))
        .min(Comparator.comparingInt(Spending.Granted::remaining))
        .orElseThrow();
  }

  private static Spending.Granted granted(Quota quota, long fullInMillis) {
    long left = quota.window().toMillis() - fullInMillis;
    return new Spending.Granted(
        quota,
        Math.toIntExact(Math.max(0, left / quota.each().toMillis())),
        Duration.ofMillis(fullInMillis));
  }

  private static Spending exhausted(List<Budget> budgets, List<RateDao.Count> counts) {
    var quota = budgets.get(counts.size() - 1).quota();
    var fullAgain = Duration.ofMillis(counts.getLast().fullInMillis());
    return new Spending.Exhausted(
        quota, fullAgain, fullAgain.plus(quota.each()).minus(quota.window()));
  }

  private static List<Long> millis(
      List<Budget> budgets, java.util.function.Function<Quota, Duration> part) {
    return budgets.stream().map(budget -> part.apply(budget.quota()).toMillis()).toList();
  }
}
