package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the product says became of each delivery, attempt by attempt, for every channel. */
final class DeliveryLog {
  private final DisorderedProduct product;

  DeliveryLog(DisorderedProduct product) {
    this.product = product;
  }

  /**
   * One delivery.
   *
   * @param attempts oldest first, each with {@code at}, {@code status} and {@code error}
   */
  record Line(String id, String consumer, String status, List<JsonNode> attempts) {

    /** Whether it arrived with the last attempt, and each before says why it did not. */
    boolean isToldWell() {
      return status.equals("DELIVERED")
          && !attempts.isEmpty()
          && !hasFailed(attempts.getLast())
          && attempts.subList(0, attempts.size() - 1).stream().allMatch(Line::hasFailed);
    }

    boolean hasFailures() {
      return attempts.size() > 1;
    }

    private static boolean hasFailed(JsonNode attempt) {
      return !attempt.path("error").asText("").isEmpty();
    }
  }

  /** Deliveries that a log before did not have. */
  List<Line> since(List<Line> before) throws SQLException {
    Set<String> known = before.stream().map(Line::id).collect(Collectors.toSet());
    return read().stream().filter(line -> !known.contains(line.id())).toList();
  }

  List<Line> read() throws SQLException {
    var lines = new ArrayList<Line>();
    try (var statement = product.superuser().createStatement();
        var rows =
            statement.executeQuery(
                """
                select id::text, consumer, status,
                       coalesce((select jsonb_agg(to_jsonb(made) order by made.attempt)
                                   from delivery_attempts as made where made.delivery_id = deliveries.id), '[]')::text
                  from deliveries
                """)) {
      while (rows.next()) {
        lines.add(
            new Line(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                Json.tree(rows.getString(4)).valueStream().toList()));
      }
    }
    return List.copyOf(lines);
  }
}
