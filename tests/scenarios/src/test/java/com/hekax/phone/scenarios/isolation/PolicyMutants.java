package com.hekax.phone.scenarios.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each policy that holds functions to their organization opened, once for what is read and once for
 * what is written, and row-level security off for each table. No statement is in the way.
 */
final class PolicyMutants {
  private final Connection superuser;
  private final Connection app;
  private final Schema schema;
  private final Tenant self;
  private final Tenant other;

  PolicyMutants(Connection superuser, Connection app, Schema schema, Tenant self, Tenant other) {
    this.superuser = superuser;
    this.app = app;
    this.schema = schema;
    this.self = self;
    this.other = other;
  }

  /**
   * Tables that hold organizations' rows, and that of the people in them; what all may see is none.
   */
  List<Schema.Table> tables() throws SQLException {
    var tables = new ArrayList<Schema.Table>();
    for (var table : schema.tables()) {
      if (table.holdsOrganizations() || hasPolicy(table.name())) {
        tables.add(table);
      }
    }
    return List.copyOf(tables);
  }

  /** Of all these. */
  List<Mutant> all() throws SQLException {
    var mutants = new ArrayList<Mutant>();
    try (var statement = superuser.createStatement();
        var policies =
            statement.executeQuery(
                """
                select tablename, policyname, qual, with_check
                  from pg_policies
                 where schemaname = 'public' and 'hekax_app' = any(roles) and qual is distinct from 'true'
                 order by tablename, policyname
                """)) {
      while (policies.next()) {
        var table = policies.getString(1);
        var policy = "alter policy %s on %s ".formatted(policies.getString(2), table);
        if (policies.getString(3) != null) {
          mutants.add(
              mutant(
                  table,
                  "shows all rows",
                  unless("nothing may be read there", table, "select"),
                  policy + "using (true)",
                  policy + "using (" + policies.getString(3) + ")"));
        }
        if (policies.getString(4) != null) {
          mutants.add(
              mutant(
                  table,
                  "takes rows for all",
                  unless("nothing may be written there", table, "insert, update"),
                  policy + "with check (true)",
                  policy + "with check (" + policies.getString(4) + ")"));
        }
      }
    }
    for (var table : tables()) {
      mutants.add(
          mutant(
              table.name(),
              "has no row-level security",
              unless("nothing may be done there", table.name(), "select, insert, update, delete"),
              "alter table " + table.name() + " disable row level security",
              "alter table " + table.name() + " enable row level security"));
    }
    return List.copyOf(mutants);
  }

  private Mutant mutant(
      String table, String what, Optional<String> excuse, String open, String close) {
    return new Mutant(
        Mutant.Lock.POLICY,
        table + " " + what,
        excuse,
        () -> {
          superuser.setAutoCommit(true);
          execute(open);
          try {
            var probes = new TableProbes(app, self, other);
            probes.run(schema.table(table).orElseThrow());
            return probes.leaks().stream().findFirst();
          } finally {
            execute(close);
          }
        });
  }

  /** An excuse where functions have none of these rights, nor may read a column. */
  private Optional<String> unless(String excuse, String table, String rights) throws SQLException {
    try (var statement =
        superuser.prepareStatement(
            """
            select has_table_privilege('hekax_app', ?, ?)
                or (position('select' in ?) > 0 and has_any_column_privilege('hekax_app', ?, 'select'))
            """)) {
      statement.setString(1, table);
      statement.setString(2, rights);
      statement.setString(3, rights);
      statement.setString(4, table);
      var result = statement.executeQuery();
      result.next();
      return result.getBoolean(1) ? Optional.empty() : Optional.of(excuse);
    }
  }

  private boolean hasPolicy(String table) throws SQLException {
    try (var statement =
        superuser.prepareStatement(
            "select exists (select from pg_policies where tablename = ? and 'hekax_app' = any(roles)"
                + " and qual is distinct from 'true')")) {
      statement.setString(1, table);
      var result = statement.executeQuery();
      result.next();
      return result.getBoolean(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
