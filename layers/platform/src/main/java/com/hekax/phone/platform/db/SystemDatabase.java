package com.hekax.phone.platform.db;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The database as the system sees it (role {@code hekax_system}): across organizations, and only
 * the tables that a migration opened to it. For look-ups that come before an organization is known
 * (a called number, a session, a ticket), for the relay and for sweepers; the architecture tests
 * list who uses it.
 */
public final class SystemDatabase implements AutoCloseable {
  private final Transactions transactions;

  public SystemDatabase(DatabaseSettings settings) {
    this.transactions = new Transactions(settings.connectAs("hekax_system"));
  }

  /** Runs {@code work} in a transaction; inside another one it joins that. */
  public <T> T inTransaction(Function<Tx, T> work) {
    return transactions.run(Scope.EVERYTHING, work);
  }

  /** The same, for work that answers nothing. */
  public void useTransaction(Consumer<Tx> work) {
    inTransaction(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  @Override
  public void close() {
    transactions.close();
  }

  private enum Scope implements Transactions.Scope {
    EVERYTHING;

    @Override
    public void enter(Tx tx) {
      // The role's own policies are its scope.
    }

    @Override
    public boolean readOnly() {
      return false;
    }

    @Override
    public boolean mayJoin(Transactions.Scope outer) {
      return outer == this;
    }
  }
}
