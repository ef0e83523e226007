package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.scenarios.deliveries.Rows.Row;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Of what is told each time that a call changes, the last: how often it changes depends on the
 * order in which it is heard of things, and only what is told last has to be the same.
 */
final class Latest {
  private static final String EVENT = "CallUpdated";
  private static final String FRAME = "call.updated";

  /** The rows without those that a later one makes old. */
  static Rows of(Rows story) {
    var old = new HashSet<Row>();
    old.addAll(allButLast(story, row -> isOf(row, "outbox", EVENT), "/detail/call"));
    old.addAll(allButLast(story, row -> isOf(row, "live_frames", FRAME), "/data"));
    var oldEvents =
        old.stream().map(row -> row.values().path("id").asText()).collect(Collectors.toSet());
    return new Rows(
        story.all().stream()
            .filter(row -> !old.contains(row) && !isHandled(row, oldEvents))
            .toList());
  }

  /** By the version of the call: a page that knows a later one passes over what comes after it. */
  private static List<Row> allButLast(Rows story, Predicate<Row> which, String call) {
    var rows =
        story.all().stream()
            .filter(which)
            .sorted(Comparator.comparingLong(row -> row.values().at(call + "/version").asLong()))
            .toList();
    return rows.isEmpty() ? rows : rows.subList(0, rows.size() - 1);
  }

  private static boolean isOf(Row row, String table, String type) {
    return row.table().equals(table) && row.values().path("type").asText().equals(type);
  }

  private static boolean isHandled(Row row, Set<String> events) {
    return row.table().equals("handled_events")
        && events.contains(row.values().path("event_id").asText());
  }

  private Latest() {}
}
