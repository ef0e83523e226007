package com.hekax.phone.platform.db;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema to what this code expects. Files stand in {@code db/migration}, named by time
 * stamp; one that has been applied anywhere is never edited.
 */
public final class Migrations {
  private final Flyway flyway;

  /**
   * As the owner of the schema, directly at the database: a proxy does not hold migration locks.
   */
  public Migrations(String url, String owner, String password) {
    this.flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(url, owner, password)
            .locations("classpath:db/migration")
            .schemas("public")
            .createSchemas(false)
            .table("schema_history")
            .connectRetries(5)
            .ignoreMigrationPatterns("*:pending")
            .load();
  }

  /**
   * Applies what is missing.
   *
   * @return how many were applied
   * @throws NewerSchemaException if the database has been migrated by newer code
   * @throws AlteredMigrationException if it was migrated by files that read differently here
   */
  public int run() {
    check();
    return flyway.migrate().migrationsExecuted;
  }

  /** Whether {@link #run} may go ahead; throws what it throws and changes nothing. */
  public void check() {
    var unknown =
        Arrays.stream(flyway.info().applied())
            .filter(migration -> !migration.getState().isResolved())
            .map(MigrationInfo::getScript)
            .toList();
    if (!unknown.isEmpty()) {
      throw new NewerSchemaException(unknown);
    }
    var altered =
        flyway.validateWithResult().invalidMigrations.stream()
            .map(migration -> migration.description)
            .toList();
    if (!altered.isEmpty()) {
      throw new AlteredMigrationException(altered);
    }
  }

  /** The database knows migrations that this code does not. */
  public static final class NewerSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerSchemaException(List<String> unknown) {
      super(
          "The database was migrated by a newer version, which added "
              + String.join(", ", unknown));
    }
  }

  /** A migration that the database has applied reads differently in this code. */
  public static final class AlteredMigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlteredMigrationException(List<String> altered) {
      super(
          "The database was migrated by other files of the same name: "
              + String.join(", ", altered));
    }
  }
}
