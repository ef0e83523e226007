package com.hekax.phone.scenarios.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;

/** A statement with its parameters by their place, as the driver and the server take it. */
final class PositionalSql {
  private final Schema schema;
  private final StatementText text;

  PositionalSql(Schema schema, String sql) {
    this.schema = schema;
    this.text = new StatementText(sql);
  }

  /** With a question mark for each parameter. */
  String marked() {
    return with(_ -> "?");
  }

  /** With {@code $1}, {@code $2} and so on. */
  String numbered() {
    return with(place -> "$" + place);
  }

  /** The name of the parameter at each place. */
  List<String> names() {
    return StatementText.PARAMETER
        .matcher(text.sql())
        .results()
        .filter(found -> found.group(1) != null)
        .map(found -> found.group(1))
        .toList();
  }

  /** What is inserted gets the column's type, as the values in Java have one. */
  private String with(IntFunction<String> parameter) {
    var inserts = text.inserts();
    var seen = new ArrayList<String>();
    return StatementText.PARAMETER
        .matcher(text.sql())
        .replaceAll(
            found -> {
              if (found.group(1) == null) {
                return Matcher.quoteReplacement(found.group());
              }
              seen.add(found.group(1));
              var place = parameter.apply(seen.size());
              var column = inserts.get(found.group(1));
              return Matcher.quoteReplacement(
                  column == null
                      ? place
                      : schema
                          .table(column.relations().getFirst())
                          .flatMap(table -> table.column(column.name()))
                          .map(one -> "cast(%s as %s)".formatted(place, one.type()))
                          .orElse(place));
            });
  }
}
