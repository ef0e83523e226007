package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.scenarios.isolation.Schema;
import com.hekax.phone.scenarios.isolation.Schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of all organizations, in every table that holds any: a new table is one of them. */
record Rows(List<Row> all) {

  /**
   * One row.
   *
   * @param key the values of its primary key
   */
  record Row(String table, String key, JsonNode values) {

    Set<String> ids() {
      return Ids.in(values.toString());
    }
  }

  static Rows read(Connection superuser) throws SQLException {
    var rows = new ArrayList<Row>();
    for (var table : Schema.read(superuser).isolated()) {
      read(superuser, table, rows);
    }
    return new Rows(List.copyOf(rows));
  }

  /** Those that were not there before. */
  Rows since(Rows before) {
    var known = before.all.stream().map(Rows::name).collect(Collectors.toSet());
    return new Rows(all.stream().filter(row -> !known.contains(name(row))).toList());
  }

  /** Those that mention one of the ids, or what is mentioned with one of them. */
  Rows about(String id, Set<String> knownBefore) {
    var story = new HashSet<>(Set.of(id));
    var told = new HashSet<Row>();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (var row : all) {
        var ids = row.ids();
        ids.removeAll(knownBefore);
        if (!told.contains(row) && ids.stream().anyMatch(story::contains)) {
          told.add(row);
          story.addAll(ids);
          grows = true;
        }
      }
    }
    return new Rows(all.stream().filter(told::contains).toList());
  }

  /** Rows that are still there with other values: of those, the columns that differ. */
  Rows changes(Rows after) {
    var later = new HashMap<String, Row>();
    after.all.forEach(row -> later.put(name(row), row));
    var changes = new ArrayList<Row>();
    for (var row : all) {
      var now = later.get(name(row));
      if (now == null) {
        changes.add(new Row(row.table(), row.key(), Json.tree("{\"deleted\":true}")));
      } else if (!now.values().equals(row.values())) {
        changes.add(new Row(row.table(), row.key(), difference(row.values(), now.values())));
      }
    }
    return new Rows(List.copyOf(changes));
  }

  private static JsonNode difference(JsonNode before, JsonNode now) {
    var changed = now.<ObjectNode>deepCopy();
    changed.propertyStream().toList().stream()
        .map(Map.Entry::getKey)
        .filter(column -> now.path(column).equals(before.path(column)))
        .forEach(changed::remove);
    return changed;
  }

  Set<String> ids() {
    var ids = new HashSet<String>();
    all.forEach(row -> ids.addAll(row.ids()));
    return ids;
  }

  private static String name(Row row) {
    return row.table() + row.key();
  }

  private static void read(Connection superuser, Table table, List<Row> rows) throws SQLException {
    var key =
        table.primaryKey().stream()
            .map(column -> '"' + column + '"')
            .collect(Collectors.joining(", "));
    try (var statement = superuser.createStatement();
        var found =
            statement.executeQuery(
                "select jsonb_build_array(%s)::text, to_jsonb(t)::text from \"%s\" as t"
                    .formatted(key, table.name()))) {
      while (found.next()) {
        rows.add(new Row(table.name(), found.getString(1), Json.tree(found.getString(2))));
      }
    }
  }
}
