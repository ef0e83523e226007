package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries one statement in one situation, in a transaction that is rolled back. */
final class StatementTrial implements AutoCloseable {
  private final Connection connection;
  private final Schema schema;
  private final Tenant self;
  private final Tenant other;
  private final StatementText text;
  private final PositionalSql positional;
  private final Situation situation;
  private final List<Map<String, @Nullable String>> fillings;
  private final List<Schema.Table> tables;
  private final String before;

  /**
   * What a statement came to: rows or their number, or why it was refused; and the other's rows.
   */
  record Outcome(List<String> rows, Optional<String> state, boolean touchedOther) {
    boolean didNothing() {
      return rows.isEmpty() || rows.equals(List.of("0"));
    }
  }

  StatementTrial(
      Connection connection,
      Schema schema,
      Tenant self,
      Tenant other,
      StatementText text,
      Situation situation)
      throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.self = self;
    this.other = other;
    this.text = text;
    this.positional = new PositionalSql(schema, text.sql());
    this.situation = situation;
    this.tables = tables();
    connection.setAutoCommit(false);
    // Foreign keys hold as well: they are a lock of their own, and off.
    execute("set local session_replication_role = replica");
    if (situation.arranged()) {
      join();
      arrange();
    }
    if (situation.samePerson()) {
      shareMembers();
    }
    this.fillings = fill();
    for (var table : tables) {
      boolean addedTo = text.insertsInto().equals(Optional.of(table.name()));
      if (situation.has() == Situation.Has.NONE
          || (situation.has() == Situation.Has.NONE_WHERE_ADDED && addedTo)) {
        execute("delete from %s where organization_id = '%s'".formatted(table.name(), self.id()));
      }
    }
    execute("select app.enter_organization('" + self.id() + "')");
    this.before = digest();
  }

  List<Map<String, @Nullable String>> fillings() {
    return fillings;
  }

  Outcome run(Map<String, @Nullable String> values) throws SQLException {
    var savepoint = connection.setSavepoint();
    try (var statement = connection.prepareStatement(positional.marked())) {
      int place = 0;
      for (var name : positional.names()) {
        statement.setObject(++place, values.get(name), java.sql.Types.OTHER);
      }
      boolean answers = statement.execute();
      var rows =
          answers ? rows(statement.getResultSet()) : List.of("" + statement.getUpdateCount());
      // What one business did to the rows of the other.
      return new Outcome(rows, Optional.empty(), !digest().equals(before));
    } catch (SQLException refused) {
      return new Outcome(List.of(), Optional.of(refused.getSQLState()), false);
    } finally {
      connection.rollback(savepoint);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
  }

  private void arrange() throws SQLException {
    for (var condition : text.conditionsOnRows()) {
      for (var table : tables) {
        boolean meant =
            condition.column().relations().stream()
                .anyMatch(relation -> relation.replaceAll(".*\\.", "").equals(table.name()));
        if (meant && table.has(condition.column().name())) {
          attempt(
              "update %s set %s = %s where organization_id in ('%s', '%s')"
                  .formatted(
                      table.name(),
                      condition.column().name(),
                      condition.value(),
                      self.id(),
                      other.id()));
        }
      }
    }
  }

  /** Rows of one business that the statement joins belong together. */
  private void join() throws SQLException {
    for (var pair : text.joins()) {
      var column = pair.getFirst();
      var target = pair.getLast();
      attempt(
          """
          update %1$s as one
             set %2$s = (select two.%4$s from %3$s as two
                          where two.organization_id = one.organization_id order by 1 limit 1)
           where one.organization_id in ('%5$s', '%6$s')
          """
              .formatted(
                  column.relations().getFirst(),
                  column.name(),
                  target.relations().getFirst(),
                  target.name(),
                  self.id(),
                  other.id()));
    }
  }

  /** The asker's people belong to the other as well. */
  private void shareMembers() throws SQLException {
    for (var table : tables) {
      for (var role : Role.values()) {
        if (table.has("user_id")) {
          attempt(
              "update %s set user_id = '%s' where organization_id = '%s' and user_id = '%s'"
                  .formatted(table.name(), self.member(role), other.id(), other.member(role)));
        }
      }
    }
  }

  /** Those that it names, and those below the views that it names; a function may reach any. */
  private List<Schema.Table> tables() throws SQLException {
    if (text.callsFunction()) {
      return schema.isolated();
    }
    var names = new HashSet<String>();
    for (var relation : text.relations()) {
      names.add(relation);
      try (var statement =
          connection.prepareStatement(
              """
              select distinct refobjid::regclass::text
                from pg_rewrite join pg_depend on pg_depend.objid = pg_rewrite.oid
               where refclassid = 'pg_class'::regclass and ev_class = to_regclass(?)
              """)) {
        statement.setString(1, relation);
        var rows = statement.executeQuery();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return schema.isolated().stream().filter(table -> names.contains(table.name())).toList();
  }

  /** The asker's own values, the other's, each one of the other's, and without what is optional. */
  private List<Map<String, @Nullable String>> fill() throws SQLException {
    var values = new StatementValues(connection, schema, text, situation.within());
    var types = types();
    var own = values.of(self, self, types);
    var foreign = values.of(other, self, types);
    var fillings = new LinkedHashSet<Map<String, @Nullable String>>();
    fillings.add(own);
    fillings.add(foreign);
    for (var name : types.keySet()) {
      var one = new HashMap<>(own);
      one.put(name, foreign.get(name));
      fillings.add(one);
    }
    var fewest = new HashMap<>(own);
    types.forEach(
        (name, type) -> {
          if (text.isOptional(name)) {
            fewest.put(name, null);
          } else if (type.equals("bool")) {
            fewest.put(name, "false");
          }
        });
    fillings.add(fewest);
    return List.copyOf(fillings);
  }

  private Map<String, String> types() throws SQLException {
    var types = new HashMap<String, String>();
    try (var statement = connection.prepareStatement(positional.marked())) {
      var described = statement.getParameterMetaData();
      int place = 0;
      for (var name : positional.names()) {
        types.putIfAbsent(name, described.getParameterTypeName(++place));
      }
    }
    return types;
  }

  private String digest() throws SQLException {
    var digest = new StringBuilder();
    for (var table : tables) {
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select md5(string_agg(one::text, '|' order by one::text)) from %s as one where organization_id = '%s'"
                      .formatted(table.name(), other.id()))) {
        rows.next();
        digest.append(rows.getString(1)).append(' ');
      }
    }
    return digest.toString();
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    var rows = new ArrayList<String>();
    while (result.next()) {
      var row = new StringBuilder();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        row.append(result.getString(i)).append('|');
      }
      rows.add(row.toString());
    }
    return rows.stream().sorted().toList();
  }

  private void attempt(String sql) throws SQLException {
    var savepoint = connection.setSavepoint();
    try {
      execute(sql);
    } catch (SQLException notAllowed) {
      connection.rollback(savepoint);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
