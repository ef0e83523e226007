package com.hekax.phone.scenarios.isolation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be read from a statement's text: which relations it names, and which column each of its
 * named parameters is compared with or written to.
 */
final class StatementText {
  /** A parameter; not the cast {@code ::uuid}, and not what stands in quotes. */
  static final Pattern PARAMETER = Pattern.compile("'[^']*'|::|:([A-Za-z]\\w*(?:\\.\\w+)*)");

  private static final Pattern RELATION =
      Pattern.compile(
          "(?<!distinct )(?<!for )(?<!key"
              + " )\\b(?:from|join|into|update|using)\\s+(?:only\\s+)?(?!set\\b|select\\b|lateral\\b)([a-z_][a-z0-9_.]*)(?!\\s*\\(|[a-z0-9_.])"
              + "(?:\\s+(?:as\\s+)?(?!as\\b|on\\b|set\\b|where\\b|join\\b|left\\b|order\\b|values\\b|select\\b|limit\\b|for\\b)([a-z_]+))?");
  private static final Pattern INSERT =
      Pattern.compile(
          "insert into ([a-z_]+)(?: as [a-z_]+)? \\(([^)]*)\\)\\s*(values \\(|select )");
  private static final Pattern FIXED =
      Pattern.compile(
          "(?:where|and|or|on|when|\\()\\s+\\(*(?:(\\w+)\\.)?(\\w+) (is null|= '[^']*'|in"
              + " \\('[^')]*')");

  private final String sql;
  private final Map<String, String> relations = new HashMap<>();

  /** Of a statement as it is written. */
  StatementText(String written) {
    this.sql = written.replaceAll("\\s+", " ").strip();
    RELATION
        .matcher(sql)
        .results()
        .forEach(
            found -> {
              relations.put(found.group(1).replaceAll(".*\\.", ""), found.group(1));
              if (found.group(2) != null) {
                relations.put(found.group(2), found.group(1));
              }
            });
    insertsInto().ifPresent(table -> relations.put(table, table));
  }

  /** In one line. */
  String sql() {
    return sql;
  }

  /** The tables and views that it names. */
  Set<String> relations() {
    return Set.copyOf(relations.values());
  }

  /** Whether it calls a function of the schema, which may reach tables that it does not name. */
  boolean callsFunction() {
    return Pattern.compile("\\bapp\\.\\w+\\(").matcher(sql).find();
  }

  /** Pairs of columns of two relations that it wants to be equal. */
  List<List<Column>> joins() {
    return Pattern.compile("(\\w+)\\.(\\w+) = (\\w+)\\.(\\w+)")
        .matcher(conditions())
        .results()
        .filter(found -> !found.group(2).equals("organization_id"))
        .filter(found -> relations.containsKey(found.group(1)))
        .filter(found -> relations.containsKey(found.group(3)))
        .map(
            found ->
                List.of(
                    column(Optional.of(found.group(1)), found.group(2)),
                    column(Optional.of(found.group(3)), found.group(4))))
        .toList();
  }

  /** A column by the name that a statement has for it; which relation may be left open. */
  record Column(List<String> relations, String name) {}

  /** A column that a condition fixes, and the SQL of the value that it asks for. */
  record Condition(Column column, String value) {}

  /** The column that a parameter must equal, or be among. */
  Optional<Column> equalTo(String parameter) {
    var name = Pattern.quote(parameter) + "(?![\\w.])";
    var after =
        Pattern.compile(
            "(?:(\\w+)\\.)?(\\w+) (?:=|<>|is not distinct from) (?:any ?\\(|all ?\\()?(?:cast\\()?:"
                + name);
    var before = Pattern.compile(":" + name + " = any ?\\((?:(\\w+)\\.)?(\\w+)\\)");
    var placed =
        Pattern.compile(
            "array_position\\(cast\\(:" + name + " as text\\[\\]\\), (?:(\\w+)\\.)?(\\w+)\\)");
    for (var pattern : List.of(after, before)) {
      // What follows "set" and a comma is written, not compared.
      var matcher = pattern.matcher(conditions());
      if (matcher.find()) {
        return Optional.of(column(Optional.ofNullable(matcher.group(1)), matcher.group(2)));
      }
    }
    return placed
        .matcher(sql)
        .results()
        .findFirst()
        .map(found -> column(Optional.ofNullable(found.group(1)), found.group(2)));
  }

  /** Whether it compares a column in small letters. */
  boolean lowers(Column column) {
    return Pattern.compile("\\blower\\((?:\\w+\\.)?" + column.name() + "\\)").matcher(sql).find();
  }

  /** Whether a parameter is where a range begins or ends. */
  boolean isBound(String parameter) {
    var name = Pattern.quote(parameter) + "(?![\\w.])";
    return Pattern.compile("[<>]=? (?:\\([^()]*)?:" + name + "|[<>]=? \\([^()]*:" + name)
        .matcher(sql)
        .find();
  }

  /** Whether it is a range's beginning; else its end. */
  boolean isLowerBound(String parameter) {
    return Pattern.compile(">=? (?:\\([^()]*)?:" + Pattern.quote(parameter) + "(?![\\w.])")
        .matcher(sql)
        .find();
  }

  /** Whether a parameter may be left out. */
  boolean isOptional(String parameter) {
    var name = Pattern.quote(parameter) + "(?![\\w.])";
    return Pattern.compile(
            "coalesce\\((?:cast\\()?:"
                + name
                + "|cast\\(:"
                + name
                + " as \\w+\\) is null|:"
                + name
                + " is null")
        .matcher(sql)
        .find();
  }

  /** The column that a parameter is written to. */
  Optional<Column> writtenTo(String parameter) {
    var inserted = Optional.ofNullable(inserts().get(parameter));
    if (inserted.isPresent()) {
      return inserted;
    }
    var set =
        Pattern.compile("(\\w+) = (?:cast\\()?:" + Pattern.quote(parameter) + "(?![\\w.])")
            .matcher(sql);
    var updated = Pattern.compile("update ([a-z_]+)(?: as \\w+)? set ").matcher(sql);
    return set.find() && updated.find()
        ? Optional.of(new Column(List.of(updated.group(1)), set.group(1)))
        : Optional.empty();
  }

  /** The columns that are inserted, by the parameter that gives the value. */
  Map<String, Column> inserts() {
    var columns = new HashMap<String, Column>();
    var insert = INSERT.matcher(sql);
    if (insert.find()) {
      var names = insert.group(2).strip().split("\\s*,\\s*", -1);
      var values = split(sql.substring(insert.end()));
      for (int i = 0; i < Math.min(names.length, values.size()); i++) {
        var column = new Column(List.of(insert.group(1)), names[i]);
        PARAMETER
            .matcher(values.get(i))
            .results()
            .filter(found -> found.group(1) != null)
            .forEach(found -> columns.put(found.group(1), column));
      }
    }
    return columns;
  }

  /** The parameters that say which row an added one may meet, where that may be anybody's. */
  Set<String> conflictKeys() {
    var target = Pattern.compile("on conflict \\(([^)]*)\\)").matcher(sql);
    if (!target.find() || target.group(1).contains("organization_id")) {
      return Set.of();
    }
    var columns = Set.of(target.group(1).strip().split("\\s*,\\s*", -1));
    return inserts().entrySet().stream()
        .filter(insert -> columns.contains(insert.getValue().name()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The table that rows are added to. */
  Optional<String> insertsInto() {
    var insert = INSERT.matcher(sql);
    return insert.find() ? Optional.of(insert.group(1)) : Optional.empty();
  }

  /** The fields of the rows that a parameter holds as JSON: name and type. */
  Map<String, String> recordset(String parameter) {
    var matcher =
        Pattern.compile(
                "jsonb_to_recordset\\((?:cast\\()?:"
                    + Pattern.quote(parameter)
                    + "(?: as jsonb\\))?\\) as \\w+ \\(([^)]*)\\)")
            .matcher(sql);
    var fields = new HashMap<String, String>();
    if (matcher.find()) {
      for (var field : matcher.group(1).split("\\s*,\\s*", -1)) {
        var words = field.strip().split(" ", 2);
        fields.put(words[0].replace("\"", ""), words[1]);
      }
    }
    return fields;
  }

  /** What its conditions ask of rows beside the parameters. */
  List<Condition> conditionsOnRows() {
    var conditions = new ArrayList<Condition>();
    FIXED
        .matcher(conditions())
        .results()
        .forEach(
            found -> {
              var value =
                  found.group(3).equals("is null")
                      ? "null"
                      : found.group(3).substring(found.group(3).indexOf('\''));
              conditions.add(
                  new Condition(
                      column(Optional.ofNullable(found.group(1)), found.group(2)), value));
            });
    return conditions;
  }

  private Column column(Optional<String> alias, String name) {
    var relation = alias.map(relations::get);
    return new Column(
        relation.isPresent() ? List.of(relation.get()) : List.copyOf(relations.values()), name);
  }

  /** Without what it writes, and whatever case letters have. */
  private String conditions() {
    return sql.replaceAll("\\bset .*?(?= where | returning |$)", " ")
        .replaceAll("\\blower\\(((?:\\w+\\.)?\\w+)\\)", "$1");
  }

  /** The expressions of a list up to its end: commas inside of brackets divide nothing. */
  private static List<String> split(String list) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < list.length(); i++) {
      char letter = list.charAt(i);
      if (letter == '(') {
        depth++;
      } else if (letter == ')') {
        depth--;
      }
      if (depth < 0 || (depth == 0 && list.startsWith(" from ", i))) {
        parts.add(list.substring(begin, i));
        return parts;
      }
      if (letter == ',' && depth == 0) {
        parts.add(list.substring(begin, i));
        begin = i + 1;
      }
    }
    parts.add(list.substring(begin));
    return parts;
  }
}
