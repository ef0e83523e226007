package com.hekax.phone.benchmarks;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the audit log costs a transaction: the wider statement that enters an organization, and the
 * row that a change leaves in the log. By turns on one connection, as a function talks to the
 * database; the number of questions is the same with it and without.
 */
final class AuditBenchmark implements Benchmark {
  private static final String DATA = "audit";
  private static final String DATABASE = "audit";
  private static final int WARM_UP = 1_000;
  private static final int ROUNDS = 3_000;

  private static final String NARROW = "select app.enter_organization(?)";
  private static final String WIDE =
      "select app.enter_organization(?, 'PERSON', gen_random_uuid(), '203.0.113.7', 'a-request')";
  private static final String READ = "select count(*) from accounts_read.organizations";
  private static final String CHANGE =
      """
      insert into leads (id, organization_id, name, phone, stage, source, created_at, updated_at)
      values (gen_random_uuid(), app.current_organization(), 'Maria', '+14155550132', 'NEW', 'MANUAL', now(), now())
      """;

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var folder = workplace.emptyFolder(DATA);
    try (var server = EmbeddedDatabase.startForTests(folder, folder.resolve("data"))) {
      server.create(DATABASE);
      server.migrate(DATABASE);
      var organization = OrganizationId.create();
      try (var superuser = server.superuser(DATABASE);
          var app = app(server)) {
        open(superuser, organization);
        app.setAutoCommit(false);
        measure(table, superuser, app, organization);
      }
    }
    workplace.remove(DATA);
    table.note(
        "Begin, enter, one statement, commit, on one connection of this machine; no network.");
  }

  private static void measure(
      Table table, Connection superuser, Connection app, OrganizationId organization)
      throws SQLException {
    try (var narrow = app.prepareStatement(NARROW);
        var wide = app.prepareStatement(WIDE);
        var read = app.prepareStatement(READ);
        var change = app.prepareStatement(CHANGE)) {
      narrow.setObject(1, organization.value());
      wide.setObject(1, organization.value());
      var readNarrow = new long[ROUNDS];
      var readWide = new long[ROUNDS];
      var changeSilent = new long[ROUNDS];
      var changeTold = new long[ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        int place = Math.max(round, 0);
        readNarrow[place] = transaction(app, narrow, read);
        readWide[place] = transaction(app, wide, read);
      }
      // In stretches, because switching the trigger makes the server plan anew.
      for (int stretch = 0; stretch < 6; stretch++) {
        boolean told = stretch % 2 == 1;
        execute(superuser, "alter table leads " + (told ? "enable" : "disable") + " trigger audit");
        for (int i = -WARM_UP / 3; i < ROUNDS / 3; i++) {
          int place = stretch / 2 * (ROUNDS / 3) + Math.max(i, 0);
          (told ? changeTold : changeSilent)[place] =
              transaction(app, told ? wide : narrow, change);
        }
      }
      row(
          table,
          "a read",
          new Samples(readNarrow),
          "a read that says who asks",
          new Samples(readWide));
      row(
          table,
          "a change",
          new Samples(changeSilent),
          "a change in the log",
          new Samples(changeTold));
    }
  }

  private static long transaction(Connection app, PreparedStatement enter, PreparedStatement work)
      throws SQLException {
    long start = System.nanoTime();
    enter.execute();
    work.execute();
    app.commit();
    return System.nanoTime() - start;
  }

  private static void row(Table table, String without, Samples before, String with, Samples after) {
    table.row(without, micros(before), "");
    table.row(
        with, micros(after), "%.2f of %s".formatted(after.median() / before.median(), without));
  }

  private static String micros(Samples samples) {
    return "median %.0f, p95 %.0f us, %d times"
        .formatted(samples.median() * 1_000, samples.percentile(95) * 1_000, samples.count());
  }

  private static Connection app(EmbeddedDatabase server) throws SQLException {
    // As the functions sign in: what a session would keep is not kept at a proxy.
    return DriverManager.getConnection(
        server.url(DATABASE) + "?prepareThreshold=0", "hekax_app", EmbeddedDatabase.PASSWORD);
  }

  private static void open(Connection superuser, OrganizationId organization) throws SQLException {
    execute(
        superuser,
        "insert into organizations values ('%s', 'Acme', 'America/Chicago', 'US', 'TRIAL', now())"
            .formatted(organization));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
