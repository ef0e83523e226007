package com.hekax.phone.platform.db;

import com.hekax.phone.platform.telemetry.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Begins, joins, commits and rolls back, for both roles. */
final class Transactions implements AutoCloseable {
  private final ConnectionSource connections;
  private final Jdbi jdbi;

  /** Of this object and not static: the two roles have a transaction each. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();

  Transactions(ConnectionSource connections) {
    this.connections = connections;
    this.jdbi = JdbiSetup.over(connections);
  }

  /** What a transaction is entered for. */
  interface Scope {
    void enter(Tx tx);

    boolean readOnly();

    boolean mayJoin(Scope outer);
  }

  private record Open(Scope scope, Tx tx) {}

  <T> T run(Scope scope, Function<Tx, T> work) {
    var outer = current.get();
    if (outer == null) {
      return runNew(scope, work);
    }
    if (!scope.mayJoin(outer.scope())) {
      throw new IllegalStateException("A transaction of another scope is open on this thread");
    }
    if (outer.scope().readOnly() && !scope.readOnly()) {
      throw new IllegalStateException("A write inside a read-only transaction");
    }
    return work.apply(outer.tx());
  }

  <T> T alone(Function<Tx, T> statement) {
    try (var handle = jdbi.open()) {
      // Not jdbi's own, as below; the transaction before may have been one that only reads.
      handle.getConnection().setReadOnly(false);
      return statement.apply(new Tx(handle));
    } catch (SQLException e) {
      throw new IllegalStateException("The statement could not be sent", e);
    }
  }

  void connect() {
    jdbi.useHandle(handle -> handle.execute("select 1"));
  }

  @Override
  public void close() {
    connections.close();
  }

  private <T> T runNew(Scope scope, Function<Tx, T> work) {
    T result;
    Tx tx;
    try (var handle = jdbi.open()) {
      tx = new Tx(handle);
      begin(handle, scope);
      current.set(new Open(scope, tx));
      try {
        scope.enter(tx);
        result = work.apply(tx);
        handle.commit();
      } catch (RuntimeException | Error failure) {
        rollback(handle, failure);
        throw failure;
      } finally {
        current.remove();
      }
    }
    tx.afterCommit().forEach(Transactions::runAfterCommit);
    return result;
  }

  private static void begin(Handle handle, Scope scope) {
    try {
      // Not jdbi's own: a level or a later change would send SET, which pins a session of RDS
      // Proxy.
      Connection connection = handle.getConnection();
      connection.setReadOnly(scope.readOnly());
      handle.begin();
    } catch (SQLException e) {
      throw new IllegalStateException("The transaction could not begin", e);
    }
  }

  private static void rollback(Handle handle, Throwable failure) {
    try {
      handle.rollback();
    } catch (RuntimeException alsoFailed) {
      // The connection is gone; the server has rolled back already.
      failure.addSuppressed(alsoFailed);
    }
  }

  private static void runAfterCommit(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Log.error("What follows a commit failed", e);
    }
  }
}
