package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.scenarios.deliveries.Rows.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Words for what happened in one call that are the same for another call of the same script: an id
 * is called by what it is the id of, a time is a time, and what is measured is so many.
 */
final class Wording {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");

  /** As the model and HubSpot number things, as bytes are shown, and where a product listens. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\blocalhost:\\d+|\\b(item|call|resp|fc|msg|sess)_\\w+|\\\\\\\\?x[0-9a-f]{8,}|\\b[0-9a-f]{64}\\b|\\b\\d{9,}\\b");

  private static final Pattern MEASURED =
      Pattern.compile(
          ".*(seconds|ms|millis|duration|tokens|bytes)|seq|.*_id", Pattern.CASE_INSENSITIVE);

  /** As people are told when it was and how long. */
  private static final Pattern TOLD_TIME =
      Pattern.compile("\\w+day, \\w+ \\d+, \\d{4}(,| at) \\d+:\\d{2} [AP]M \\w+");

  private static final Pattern TOLD_LENGTH = Pattern.compile("\\b\\d+:\\d{2}\\b");

  private final Map<String, String> names = new HashMap<>();
  private final String caller;

  /**
   * Words for the call of one caller.
   *
   * @param story all rows of the call
   * @param caller E.164
   */
  Wording(Rows story, String caller) {
    this.caller = caller;
    story.all().forEach(this::name);
  }

  /** A line for each row, but for what is allowed to differ. */
  List<String> of(Rows rows) {
    return rows.all().stream()
        .filter(row -> !Allowed.is(row.table()) && !Allowed.all(row.table(), row.values()))
        .filter(row -> !Allowed.isWayBackForNobody(row))
        .map(this::of)
        .toList();
  }

  private String of(Row row) {
    var values = (ObjectNode) row.values().deepCopy();
    values.remove(Allowed.columns(row.table()));
    if (values.path("interrupted").asBoolean()) {
      values.put("text", "<as far as it was heard>");
    }
    return row.table() + " " + of(values);
  }

  String of(JsonNode node) {
    return Json.write(plain("", node));
  }

  /** What people read, where numbers and times are written as they do it. */
  String ofProse(String text) {
    var timeless =
        TOLD_LENGTH.matcher(TOLD_TIME.matcher(text).replaceAll("<time>")).replaceAll("<so many>");
    return text(timeless.replace(national(caller), "<caller>"));
  }

  /** Callers of the tests are of the United States, as the businesses are. */
  private static String national(String caller) {
    return caller.replaceFirst("\\+1(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3");
  }

  /** As the audit log keeps a number. */
  private static String masked(String caller) {
    return "•••" + caller.substring(caller.length() - 2);
  }

  private void name(Row row) {
    var id = row.values().path("id").asText();
    if (!id.isEmpty()) {
      var type = row.values().path("type").asText();
      names.put(id, "<" + row.table() + (type.isEmpty() ? "" : " " + type) + ">");
    }
  }

  private Object plain(String field, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var fields = new TreeMap<String, Object>();
        // A call inside of an event or a frame, for which Allowed gives the reason.
        var version = object.has("stageSince") ? "version" : "";
        object.properties().stream()
            .filter(one -> !one.getKey().equals(version))
            .forEach(one -> fields.put(one.getKey(), plain(one.getKey(), one.getValue())));
        yield fields;
      }
      case ArrayNode array -> array.valueStream().map(one -> plain(field, one)).toList();
      default -> {
        if (node.isNull()) {
          yield "<nothing>";
        }
        boolean measured = MEASURED.matcher(field).matches() && node.asText().matches("\\d+");
        yield measured ? "<so many>" : text(node.asText());
      }
    };
  }

  private String text(String text) {
    var ids =
        Ids.PATTERN
            .matcher(text)
            .replaceAll(id -> names.getOrDefault(id.group(), unnamed(id.group())));
    var known = ids.replace(caller, "<caller>").replace(masked(caller), "<caller>");
    var times = TIME.matcher(known).replaceAll("<time>");
    return FOREIGN.matcher(times).replaceAll("<number>");
  }

  /** What was there before the call keeps its id; another one is new and nobody's. */
  private static String unnamed(String id) {
    return id.startsWith("019a0000") ? id : "<id>";
  }
}
