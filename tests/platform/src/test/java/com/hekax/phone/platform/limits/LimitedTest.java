package com.hekax.phone.platform.limits;

import com.hekax.phone.database.FreeRequests;
import com.hekax.phone.fixtures.DatabaseTest;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The base of tests in which requests are not free. */
public abstract class LimitedTest extends DatabaseTest {

  @BeforeAll
  void given_that_limits_hold() throws SQLException {
    try (var superuser = superuser()) {
      FreeRequests.end(superuser);
    }
  }

  @BeforeEach
  void given_that_nobody_has_asked() {
    sql("truncate request_rates");
  }

  /** Lets so much time pass for all counts. */
  protected final void later(String interval) {
    sql("update request_rates set full_at = full_at - ?::interval", interval);
  }

  /** Uses up what was not counted before. */
  protected final void spendNew(Runnable asking) {
    var before = rows("select key from request_rates");
    asking.run();
    rows("select key from request_rates").stream()
        .filter(row -> !before.contains(row))
        .forEach(
            row ->
                sql(
                    "update request_rates set full_at = now() + interval '1 hour' where key = ?",
                    Objects.requireNonNull(row.get("key"))));
  }

  /** Uses up everything that somebody was counted for. */
  protected final void spendAll() {
    sql("update request_rates set full_at = now() + interval '1 hour'");
  }
}
