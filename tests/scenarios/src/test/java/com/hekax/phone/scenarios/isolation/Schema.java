package com.hekax.phone.scenarios.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tables of the product, as the database's catalogue has them. */
public record Schema(List<Table> tables) {

  /**
   * A table.
   *
   * @param primaryKey its columns in order
   */
  public record Table(
      String name, List<Column> columns, List<String> primaryKey, List<Reference> references) {

    boolean holdsOrganizations() {
      return has("organization_id");
    }

    boolean has(String column) {
      return column(column).isPresent();
    }

    Optional<Column> column(String column) {
      return columns.stream().filter(one -> one.name().equals(column)).findFirst();
    }
  }

  /**
   * A column.
   *
   * @param allowed the values that a check allows; empty when any will do
   */
  public record Column(
      String name, String type, boolean nullable, boolean hasDefault, List<String> allowed) {}

  /** A foreign key: these columns hold what those of another table hold. */
  public record Reference(List<String> columns, String table, List<String> targets) {}

  /** All tables but the one that counts migrations. */
  public static Schema read(Connection connection) throws SQLException {
    var names =
        strings(
            connection,
            """
            select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
               and relname <> 'schema_history'
             order by relname
            """);
    var tables = new ArrayList<Table>();
    for (var name : names) {
      tables.add(table(connection, name));
    }
    return new Schema(List.copyOf(tables));
  }

  /** Tables that hold organizations' rows. */
  public List<Table> isolated() {
    return tables.stream().filter(Table::holdsOrganizations).toList();
  }

  Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  private static Table table(Connection connection, String name) throws SQLException {
    var checks =
        strings(
            connection,
            "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid ="
                + " to_regclass(?)",
            name);
    var columns = new ArrayList<Column>();
    try (var statement =
        connection.prepareStatement(
            """
            select attname, format_type(atttypid, atttypmod), not attnotnull, atthasdef
              from pg_attribute
             where attrelid = to_regclass(?) and attnum > 0 and not attisdropped
             order by attnum
            """)) {
      statement.setString(1, name);
      var rows = statement.executeQuery();
      while (rows.next()) {
        columns.add(
            new Column(
                rows.getString(1),
                rows.getString(2),
                rows.getBoolean(3),
                rows.getBoolean(4),
                allowed(rows.getString(1), checks)));
      }
    }
    var primaryKey =
        strings(
            connection,
            """
            select attname
              from pg_constraint, unnest(conkey) with ordinality as key (number, place)
              join pg_attribute on attnum = key.number
             where contype = 'p' and conrelid = to_regclass(?) and attrelid = conrelid
             order by key.place
            """,
            name);
    return new Table(name, List.copyOf(columns), primaryKey, references(connection, name));
  }

  private static List<Reference> references(Connection connection, String name)
      throws SQLException {
    var references = new ArrayList<Reference>();
    try (var statement =
        connection.prepareStatement(
            """
            select confrelid::regclass::text,
                   (select array_agg(attname order by place) from unnest(conkey) with ordinality as key (number, place)
                      join pg_attribute on attrelid = conrelid and attnum = key.number),
                   (select array_agg(attname order by place) from unnest(confkey) with ordinality as key (number, place)
                      join pg_attribute on attrelid = confrelid and attnum = key.number)
              from pg_constraint
             where contype = 'f' and conrelid = to_regclass(?)
            """)) {
      statement.setString(1, name);
      var rows = statement.executeQuery();
      while (rows.next()) {
        references.add(
            new Reference(
                List.of((String[]) rows.getArray(2).getArray()),
                rows.getString(1),
                List.of((String[]) rows.getArray(3).getArray())));
      }
    }
    return List.copyOf(references);
  }

  /**
   * The texts of a check such as {@code stage = ANY (ARRAY['NEW'::text, 'WON'::text])} or {@code
   * event_types <@ '{LEAD_CAPTURED,CALL_ENDED}'::text[]}.
   */
  private static List<String> allowed(String column, List<String> checks) {
    var words = Pattern.compile("[A-Za-z_.]{2,}");
    var quoted = Pattern.compile("'([^']*)'");
    return checks.stream()
        .filter(check -> check.matches("CHECK \\(\\(\\(?" + column + "\\)? (= ANY|<@) .*"))
        .findFirst()
        .map(check -> quoted.matcher(check).results().map(result -> result.group(1)).toList())
        .map(
            texts ->
                texts.stream()
                    .flatMap(text -> words.matcher(text).results().map(MatchResult::group))
                    .toList())
        .orElse(List.of());
  }

  private static List<String> strings(Connection connection, String query, String... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      var rows = statement.executeQuery();
      var result = new ArrayList<String>();
      while (rows.next()) {
        result.add(rows.getString(1));
      }
      return List.copyOf(result);
    }
  }
}
