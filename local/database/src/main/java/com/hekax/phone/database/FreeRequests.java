package com.hekax.phone.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets everybody ask without end, for tests and measurements that ask more than a person would.
 * Requests are counted as ever, in the same statement, but what is counted is gone at once.
 */
public final class FreeRequests {

  /** From now on, in the database of a connection that may change tables. */
  public static void begin(Connection superuser) throws SQLException {
    execute(
        superuser,
        """
        create or replace function public.count_for_nothing() returns trigger language plpgsql
          as $$ begin new.full_at := clock_timestamp(); return new; end $$;
        create or replace trigger free before insert or update on request_rates
          for each row execute function public.count_for_nothing()
        """);
  }

  /** Limits hold again. */
  public static void end(Connection superuser) throws SQLException {
    execute(superuser, "drop trigger if exists free on request_rates");
  }

  private static void execute(Connection superuser, String sql) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private FreeRequests() {}
}
