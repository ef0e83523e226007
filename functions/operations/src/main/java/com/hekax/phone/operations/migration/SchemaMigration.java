package com.hekax.phone.operations.migration;

import com.hekax.phone.operations.aws.OwnerPassword;
import com.hekax.phone.platform.db.Migrations;
import com.hekax.phone.platform.db.Migrations.NewerSchemaException;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Brings the database to the schema of this code, in a given time. */
public final class SchemaMigration {
  private final String url;
  private final Supplier<OwnerPassword> owner;

  /**
   * The migration of one database.
   *
   * @param url JDBC URL of the database itself, without user and password: the proxy does not hold
   *     migration locks
   */
  public SchemaMigration(String url, Supplier<OwnerPassword> owner) {
    this.url = url;
    this.owner = owner;
  }

  /** How it ended; the sentence is for the person who deploys. */
  public sealed interface Outcome {
    String sentence();

    record Migrated(String sentence) implements Outcome {}

    record Failed(String sentence) implements Outcome {}
  }

  /** Applies what is missing; whatever goes wrong is an outcome. */
  public Outcome run(Duration within) {
    var work = new FutureTask<>(this::migrate);
    var thread = Thread.ofVirtual().name("migration").start(work);
    try {
      return work.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Closes the connection of a virtual thread, and PostgreSQL undoes what was not committed.
      thread.interrupt();
      return new Outcome.Failed(
          "The migration took longer than %d s and was stopped".formatted(within.toSeconds()));
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.interrupt();
      return new Outcome.Failed("The migration was interrupted");
    }
  }

  private static Outcome failed(Throwable cause) {
    Log.error("The database could not be migrated", cause);
    return new Outcome.Failed(
        cause instanceof NewerSchemaException
            ? String.valueOf(cause.getMessage())
            : "The migration failed: " + cause.getMessage());
  }

  private Outcome migrate() {
    var signIn = owner.get();
    int applied = new Migrations(url, signIn.username(), signIn.password()).run();
    return new Outcome.Migrated(
        applied == 0 ? "Nothing to migrate" : applied + " migrations were applied");
  }
}
