package com.hekax.phone.scenarios.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a role needs a right that it has: taken away, some statement that the role runs must
 * fail. Which role runs a statement is told by who may: one that names its organization runs as
 * that, if it can, and one that is marked as crossing them as the system.
 */
final class RightsProbes {
  static final String APP = "hekax_app";
  static final String SYSTEM = "hekax_system";
  static final List<String> ROLES = List.of(APP, SYSTEM);
  static final List<String> RIGHTS = List.of("select", "insert", "update", "delete");

  private final Connection superuser;
  private final Schema schema;
  private final Map<String, List<String>> statements =
      Map.of(APP, new ArrayList<>(), SYSTEM, new ArrayList<>());
  private final List<String> homeless = new ArrayList<>();

  /** Over a superuser's connection to a database with the rights as they are migrated. */
  RightsProbes(Connection superuser, Schema schema, List<DaoStatement> all) throws SQLException {
    this.superuser = superuser;
    this.schema = schema;
    superuser.setAutoCommit(false);
    for (var statement : all) {
      var sql = new PositionalSql(schema, statement.sql()).numbered();
      var order = statement.crosses() ? List.of(SYSTEM, APP) : List.of(APP, SYSTEM);
      var runner = order.stream().filter(role -> works(role, sql)).findFirst();
      runner.ifPresentOrElse(
          role -> java.util.Objects.requireNonNull(statements.get(role)).add(sql),
          () -> homeless.add(statement.name()));
    }
  }

  /** Statements that neither role may run. */
  List<String> homeless() {
    return List.copyOf(homeless);
  }

  /** Rights that no statement needs, such as {@code hekax_app may delete deliveries}. */
  Set<String> unneeded() throws SQLException {
    var unneeded = new TreeSet<String>();
    for (var table : schema.tables()) {
      for (var role : ROLES) {
        for (var right : RIGHTS) {
          if (has(role, table.name(), right) && !needs(role, table.name(), right)) {
            unneeded.add("%s may %s %s".formatted(role, right, table.name()));
          }
        }
      }
    }
    return unneeded;
  }

  /** Whether a role has a right on a whole table. */
  boolean has(String role, String table, String right) throws SQLException {
    try (var statement = superuser.prepareStatement("select has_table_privilege(?, ?, ?)")) {
      statement.setString(1, role);
      statement.setString(2, table);
      statement.setString(3, right);
      var result = statement.executeQuery();
      result.next();
      return result.getBoolean(1);
    }
  }

  /** Whether a statement of the role fails without the right; those on columns stay. */
  boolean needs(String role, String table, String right) throws SQLException {
    superuser.setAutoCommit(false);
    var before = superuser.setSavepoint();
    try {
      var columns = columns(role, table, right);
      execute("revoke %s on %s from %s".formatted(right, table, role));
      if (!columns.isEmpty()) {
        execute(
            "grant %s (%s) on %s to %s".formatted(right, String.join(", ", columns), table, role));
      }
      return java.util.Objects.requireNonNull(statements.get(role)).stream()
          .filter(sql -> sql.matches(".*\\b" + nameInViews(table) + "\\b.*"))
          .anyMatch(sql -> !works(role, sql));
    } finally {
      superuser.rollback(before);
    }
  }

  /** A view names its tables, and a statement names the view: by any of its words. */
  private static String nameInViews(String table) {
    return "(" + table + "|\\w+_read\\.\\w+|app\\.\\w+)";
  }

  private List<String> columns(String role, String table, String right) throws SQLException {
    try (var statement =
        superuser.prepareStatement(
            """
            select attname
              from pg_attribute, aclexplode(attacl) as entry
             where attrelid = to_regclass(?) and entry.grantee = to_regrole(?)
               and lower(entry.privilege_type) = ?
            """)) {
      statement.setString(1, table);
      statement.setString(2, role);
      statement.setString(3, right);
      var rows = statement.executeQuery();
      var columns = new ArrayList<String>();
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
      return columns;
    }
  }

  /** Whether the server would run it: it asks for rights before it explains. */
  private boolean works(String role, String sql) {
    try {
      var before = superuser.setSavepoint();
      try {
        execute("set local role " + role);
        execute(
            "do $probe$ begin execute $explained$explain (generic_plan) %s$explained$; end $probe$"
                .formatted(sql));
        return true;
      } catch (SQLException refused) {
        if (!"42501".equals(refused.getSQLState())) {
          throw refused;
        }
        return false;
      } finally {
        superuser.rollback(before);
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
