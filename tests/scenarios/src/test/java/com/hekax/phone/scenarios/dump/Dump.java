package com.hekax.phone.scenarios.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every row of every table as text, as {@code pg_dump} would write it. */
final class Dump {
  private static final String TABLES =
      """
      select format('%I.%I', namespace.nspname, class.relname)
        from pg_class class
        join pg_namespace namespace on namespace.oid = class.relnamespace
       where class.relkind in ('r', 'm')
         and namespace.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       order by 1
      """;

  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  /**
   * All of a database.
   *
   * @param superuser no policy holds it
   */
  static Dump of(Connection superuser) throws SQLException {
    var dump = new Dump();
    try (var statement = superuser.createStatement()) {
      for (var table : texts(statement.executeQuery(TABLES))) {
        var query = "select one::text from %s as one".formatted(table);
        dump.rows.put(table, texts(statement.executeQuery(query)));
      }
    }
    return dump;
  }

  /** What it holds of the secrets, by table. */
  List<String> shows(LiveSecrets secrets) {
    var shown = new ArrayList<String>();
    rows.forEach(
        (table, lines) -> {
          var text = String.join("\n", lines);
          secrets.foundIn(text).forEach(what -> shown.add(table + ": " + what));
          // A row as text doubles the backslashes of what it quotes.
          secrets.foundIn(text.replace("\\\\", "\\")).stream()
              .map(what -> table + ": " + what)
              .filter(what -> !shown.contains(what))
              .forEach(shown::add);
        });
    return shown;
  }

  /** How many rows the tables have whose name begins so, partitions among them. */
  int count(String table) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("public." + table))
        .mapToInt(entry -> entry.getValue().size())
        .sum();
  }

  private static List<String> texts(ResultSet result) throws SQLException {
    var texts = new ArrayList<String>();
    while (result.next()) {
      texts.add(result.getString(1));
    }
    return texts;
  }
}
