package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a statement is given: those that rows of one business, or of the other, have. */
final class StatementValues {
  private static final String SOME_ID = TimeOrderedUuid.next().toString();
  private static final String NOON = "2026-11-24T12:00:00Z";
  private static final int MANY = 100;

  /** Words that are no row's. */
  private static final Map<String, String> WORDS = Map.of("configuration", "simple");

  /** People belong to no business but by their membership. */
  private static final String MEMBERS = "users join memberships on memberships.user_id = users.id";

  private final Connection connection;
  private final Schema schema;
  private final StatementText text;
  private final boolean within;

  /**
   * For one statement.
   *
   * @param within whether rows lie within the bounds
   */
  StatementValues(Connection connection, Schema schema, StatementText text, boolean within) {
    this.connection = connection;
    this.schema = schema;
    this.text = text;
    this.within = within;
  }

  /** The values of all parameters, where what is compared comes from the rows of a business. */
  Map<String, @Nullable String> of(Tenant whose, Tenant self, Map<String, String> types)
      throws SQLException {
    var values = new HashMap<String, @Nullable String>();
    for (var parameter : types.entrySet()) {
      values.put(parameter.getKey(), value(parameter.getKey(), parameter.getValue(), whose, self));
    }
    return values;
  }

  private @Nullable String value(String parameter, String type, Tenant whose, Tenant self)
      throws SQLException {
    if (parameter.equals("organization")) {
      return self.id().toString();
    }
    if (WORDS.containsKey(parameter)) {
      return WORDS.get(parameter);
    }
    var compared = text.equalTo(parameter);
    if (compared.isPresent()) {
      return held(compared.get(), type, whose).orElseGet(() -> plain(type, whose));
    }
    if (text.isBound(parameter)) {
      return bound(type, text.isLowerBound(parameter) != within);
    }
    var inserted = text.inserts().get(parameter);
    if (inserted != null) {
      return text.conflictKeys().contains(parameter)
          ? held(inserted, type, whose).orElse(SOME_ID)
          : fresh(inserted, type, self);
    }
    var written = text.writtenTo(parameter);
    if (written.isPresent()) {
      return held(written.get(), type, self).orElseGet(() -> plain(type, self));
    }
    var fields = text.recordset(parameter);
    return fields.isEmpty() ? plain(type, whose) : recordset(fields, self);
  }

  /** What a row of the business has in a column; empty when it has nothing there. */
  private Optional<String> held(StatementText.Column column, String type, Tenant whose)
      throws SQLException {
    for (var relation : column.relations()) {
      var declared = declaredType(relation, column.name());
      if (declared.isPresent()
          && (relation.equals("users") || declaredType(relation, "organization_id").isPresent())) {
        boolean element = declared.get().endsWith("[]") && !type.startsWith("_");
        try (var statement =
            connection.prepareStatement(
                "select %1$s::text from %2$s where organization_id = ? and %3$s is not null order by 1 limit 1"
                    .formatted(
                        element ? column.name() + "[1]" : column.name(),
                        relation.equals("users") ? MEMBERS : relation,
                        column.name()))) {
          statement.setObject(1, whose.id().value());
          var rows = statement.executeQuery();
          if (rows.next()) {
            var value =
                text.lowers(column)
                    ? rows.getString(1).toLowerCase(Locale.ROOT)
                    : rows.getString(1);
            boolean list = type.startsWith("_") && !declared.get().endsWith("[]");
            return Optional.ofNullable(list ? "{\"" + value.replace("\\", "\\\\") + "\"}" : value);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** For a new row: its own where it refers to another row, and otherwise not there yet. */
  private @Nullable String fresh(StatementText.Column column, String type, Tenant self)
      throws SQLException {
    var table = schema.table(column.relations().getFirst()).orElseThrow();
    var own = held(column, type, self);
    boolean refers =
        table.references().stream().anyMatch(one -> one.columns().contains(column.name()));
    boolean chosen =
        table.columns().stream()
            .anyMatch(one -> one.name().equals(column.name()) && !one.allowed().isEmpty());
    if (refers || chosen) {
      return own.orElse(null);
    }
    return switch (type) {
      case "uuid" -> SOME_ID;
      case "bytea" -> "\\x" + SOME_ID.replace("-", "");
      case "text" -> own.map(StatementValues::another).orElse(SOME_ID);
      case "timestamptz" -> NOON;
      default -> own.orElseGet(() -> plain(type, self));
    };
  }

  /** Another text of the same form: a number stays one. */
  private static String another(String value) {
    if (value.isEmpty() || !Character.isDigit(value.charAt(value.length() - 1))) {
      return value + "x";
    }
    int next = (Character.digit(value.charAt(value.length() - 1), 10) + 1) % 10;
    return value.substring(0, value.length() - 1) + next;
  }

  private static String bound(String type, boolean late) {
    return switch (type) {
      case "uuid" ->
          late ? "ffffffff-ffff-7fff-bfff-ffffffffffff" : "00000000-0000-0000-0000-000000000000";
      case "timestamptz" -> late ? "2031-01-01T00:00:00Z" : "2021-01-01T00:00:00Z";
      case "int2", "int4", "int8" -> late ? "1000" : "0";
      default -> late ? "~" : " ";
    };
  }

  private String plain(String type, Tenant whose) {
    return switch (type) {
      case "uuid" -> whose.member(com.hekax.phone.platform.tenancy.Role.AGENT).toString();
      case "timestamptz" -> NOON;
      case "int2", "int4", "int8" -> String.valueOf(MANY);
      case "bool" -> "true";
      case "json", "jsonb" -> "{}";
      case "bytea" -> "\\x00";
      default -> type.startsWith("_") ? "{}" : whose.mark();
    };
  }

  /** One row as JSON, its values those of the asker's row where the table has such a column. */
  private String recordset(Map<String, String> fields, Tenant self) throws SQLException {
    var row = new HashMap<String, @Nullable String>();
    for (var field : fields.entrySet()) {
      var name = field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      var column = new StatementText.Column(text.insertsInto().stream().toList(), name);
      var type = field.getValue().equals("integer") ? "int4" : field.getValue();
      row.put(field.getKey(), fresh(column, type, self));
    }
    return Json.write(List.of(row));
  }

  private Optional<String> declaredType(String relation, String column) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select format_type(atttypid, atttypmod) from pg_attribute where attrelid ="
                + " to_regclass(?) and attname = ?")) {
      statement.setString(1, relation);
      statement.setString(2, column);
      var rows = statement.executeQuery();
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }
}
