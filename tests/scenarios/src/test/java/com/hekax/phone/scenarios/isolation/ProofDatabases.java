package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Two databases that differ in one business, and ways into them behind all locks but one. */
final class ProofDatabases implements AutoCloseable {
  private static final String ALONE = "alone";
  private static final String SHARED = "shared";

  private final EmbeddedDatabase server;
  private final Connection alone;
  private final Connection shared;
  private final Connection app;
  private final Connection system;
  private final Schema schema;
  private final Tenant self;
  private final Tenant other;

  private ProofDatabases(EmbeddedDatabase server) throws SQLException {
    this.server = server;
    server.create(ALONE);
    server.migrate(ALONE);
    try (var superuser = server.superuser(ALONE)) {
      schema = Schema.read(superuser);
      self = Tenant.create(superuser, schema, Marks.next());
    }
    server.copy(ALONE, SHARED);
    alone = server.superuser(ALONE);
    shared = server.superuser(SHARED);
    other = Tenant.create(shared, schema, Marks.next());
    app = DriverManager.getConnection(server.url(SHARED), "hekax_app", "");
    system = DriverManager.getConnection(server.url(SHARED), "hekax_system", "");
  }

  /** On a server of its own, which goes with it. */
  static ProofDatabases open() throws IOException, SQLException {
    var folder =
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "hekax-tests"));
    return new ProofDatabases(
        EmbeddedDatabase.startForTests(folder, Files.createTempDirectory(folder, "data")));
  }

  Schema schema() {
    return schema;
  }

  Tenant self() {
    return self;
  }

  Tenant other() {
    return other;
  }

  /** The database with both, as a superuser. */
  Connection shared() {
    return shared;
  }

  /** The same as a function of an organization has it. */
  Connection app() {
    return app;
  }

  /** The same as what works across organizations has it. */
  Connection system() {
    return system;
  }

  StatementProbes statementProbes() {
    return new StatementProbes(alone, shared, schema, self, other);
  }

  PolicyMutants policyMutants() {
    return new PolicyMutants(shared, app, schema, self, other);
  }

  @Override
  public void close() throws SQLException {
    app.close();
    system.close();
    shared.close();
    alone.close();
    server.close();
  }
}
