package com.hekax.phone.platform.db;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.audit.Acting;
import com.hekax.phone.platform.audit.ActorKind;
import com.hekax.phone.platform.telemetry.LogContext;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The database as one organization sees it (role {@code hekax_app}). Every transaction is entered
 * for one organization, and row-level security shows it that organization's rows alone. The same
 * statement says who acts, for the audit log.
 */
public final class Database implements AutoCloseable {
  private final Transactions transactions;

  public Database(DatabaseSettings settings) {
    this.transactions = new Transactions(settings.connectAs("hekax_app"));
  }

  /**
   * Runs {@code work} in a transaction. Inside another one of the same organization it joins that:
   * one commit for what belongs together.
   *
   * @throws IllegalStateException inside a transaction of another organization
   */
  public <T> T inTransaction(OrganizationId organization, Function<Tx, T> work) {
    return transactions.run(new Scope(organization, false), work);
  }

  /** The same, for work that answers nothing. */
  public void useTransaction(OrganizationId organization, Consumer<Tx> work) {
    inTransaction(
        organization,
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** Runs {@code work} in a transaction that cannot write; inside another one it joins that. */
  public <T> T read(OrganizationId organization, Function<Tx, T> work) {
    return transactions.run(new Scope(organization, true), work);
  }

  /**
   * Runs one statement by itself: for no organization, so that it sees nobody's rows, and committed
   * as it ends, whatever becomes of a transaction that is open on this thread.
   */
  public <T> T alone(Function<Tx, T> statement) {
    return transactions.alone(statement);
  }

  /** Connects and asks nothing of anybody's rows: so that a snapshot knows how. */
  public void connect() {
    transactions.connect();
  }

  /** Lets go of the connection; the next transaction opens another. */
  @Override
  public void close() {
    transactions.close();
  }

  private record Scope(OrganizationId organization, boolean readOnly)
      implements Transactions.Scope {

    @Override
    public void enter(Tx tx) {
      var acting = Acting.current();
      tx.handle()
          .createQuery(
              "select app.enter_organization(:organization, :kind, cast(:id as uuid), :address, :request)")
          .bind("organization", organization.value())
          .bind("kind", acting.kind().map(ActorKind::name))
          .bind("id", acting.id())
          .bind("address", acting.address())
          .bind("request", LogContext.current().requestId())
          .mapToMap()
          .one();
    }

    @Override
    public boolean mayJoin(Transactions.Scope outer) {
      return outer instanceof Scope scope && scope.organization.equals(organization);
    }
  }
}
