package com.hekax.phone.database;

import com.hekax.phone.platform.db.Migrations;
import com.hekax.phone.platform.db.Migrations.AlteredMigrationException;
import com.hekax.phone.platform.db.Migrations.NewerSchemaException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of production's major version in a folder, without Docker or an installation.
 * What a killed run left behind is found and stopped first; what it had saved is still there.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The role that owns the schema and runs migrations; functions never connect as it. */
  public static final String OWNER = "hekax_owner";

  /** Roles of the local server have one password; the server trusts this machine anyway. */
  public static final String PASSWORD = "local";

  private static final String MAJOR_VERSION = "17";
  private static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts the server with data that is kept.
   *
   * @param folder holds data, binaries and the server's log
   * @param port 0 for any
   * @throws DatabaseStartException with one sentence saying why and what to do
   */
  public static EmbeddedDatabase start(Path folder, int port) {
    // Absolute, because a later run knows its leftover by the path, wherever that run starts.
    var whole = folder.toAbsolutePath().normalize();
    return start(whole, whole.resolve("data"), port, Durability.KEPT);
  }

  /**
   * Starts a server whose data may be lost with the machine: for tests, which throw it away.
   *
   * @param folder holds the binaries, which tests share
   * @param data is deleted when the server is closed
   */
  public static EmbeddedDatabase startForTests(Path folder, Path data) {
    return start(folder, data, 0, Durability.THROWN_AWAY);
  }

  private enum Durability {
    KEPT("on"),
    THROWN_AWAY("off");

    private final String setting;

    Durability(String setting) {
      this.setting = setting;
    }
  }

  private static EmbeddedDatabase start(Path folder, Path data, int port, Durability durability) {
    try {
      Files.createDirectories(folder);
      Leftover.stop(data);
      refuseOtherVersion(data);
      refuseTakenPort(port);
      var log = Redirect.appendTo(folder.resolve("server.log").toFile());
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(durability == Durability.THROWN_AWAY)
              .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              // The library's defaults trade safety for speed; these come later on the command line
              // and win.
              .setServerConfig("fsync", durability.setting)
              .setServerConfig("synchronous_commit", durability.setting)
              .setServerConfig("full_page_writes", durability.setting)
              .setServerConfig("max_connections", "400")
              // Only TCP is used, and the lock file of a socket in /tmp would outlive a killed
              // server.
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("shared_buffers", "64MB");
      if (port != 0) {
        builder.setPort(port);
      }
      return new EmbeddedDatabase(builder.start());
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseStartException(
          "The database did not start from %s (its log: %s); `./hekax start --fresh` begins with empty data."
              .formatted(data, folder.resolve("server.log")),
          e);
    }
  }

  /** Makes the database and its owner where they are missing, without a schema yet. */
  public void create(String name) {
    try (var connection = superuser(SUPERUSER);
        var statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", OWNER)) {
        statement.execute("create role " + OWNER + " login createrole");
      }
      if (!exists(connection, "select from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + OWNER);
      }
    } catch (SQLException e) {
      throw new DatabaseStartException("The database could not be set up: " + e.getMessage(), e);
    }
  }

  /**
   * Brings a database to the schema of this code.
   *
   * @return how many migrations were applied
   */
  public int migrate(String name) {
    return new Migrations(url(name), OWNER, PASSWORD).run();
  }

  /**
   * Whether this code can work with the data of a database.
   *
   * @throws DatabaseStartException saying what to do when newer or other code has migrated it
   */
  public void checkSchema(String name) {
    try {
      new Migrations(url(name), OWNER, PASSWORD).check();
    } catch (NewerSchemaException | AlteredMigrationException e) {
      throw new DatabaseStartException(
          e.getMessage() + ". Use the version that wrote it, or `./hekax start --fresh`.", e);
    }
  }

  /** A copy of a database that nobody is connected to. */
  public void copy(String template, String name) {
    try (var connection = superuser(SUPERUSER);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template + " owner " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JDBC URL without user and password. */
  public String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
  }

  /** A connection that no policy holds: for demo data and for tests that look behind the locks. */
  public Connection superuser(String name) throws SQLException {
    return DriverManager.getConnection(url(name), SUPERUSER, PASSWORD);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("The database did not stop", e);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void refuseOtherVersion(Path data) throws IOException {
    var version = majorVersion(data);
    if (version != null && !version.equals(MAJOR_VERSION)) {
      throw new DatabaseStartException(
          "The data in %s was written by PostgreSQL %s and this version runs %s: use the version that wrote it, or `./hekax start --fresh`."
              .formatted(data, version, MAJOR_VERSION));
    }
  }

  /** Asked first: a server of somebody else that answers there would be taken for this one. */
  private static void refuseTakenPort(int port) throws IOException {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (BindException e) {
      throw new DatabaseStartException(
          "Port %d, which the database is to have, is taken by another program: end that, or choose another port."
              .formatted(port),
          e);
    }
  }

  private static @Nullable String majorVersion(Path data) throws IOException {
    var file = data.resolve("PG_VERSION");
    return Files.exists(file) ? Files.readString(file).strip() : null;
  }
}
