package com.hekax.phone.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A search as a request describes it: groups of which one must fit, filters that all must. */
final class Search {
  private static final int MOST_GROUPS = 6;
  private static final int MOST_RESULTS = 200;

  private final Portal portal;
  private final ObjectType type;
  private final JsonNode body;

  Search(Portal portal, ObjectType type, JsonNode body) {
    this.portal = portal;
    this.type = type;
    this.body = body;
    if (body.path("filterGroups").size() > MOST_GROUPS) {
      throw HubSpotError.invalid("A search has " + MOST_GROUPS + " filter groups at most");
    }
    if (body.path("limit").asInt() > MOST_RESULTS) {
      throw HubSpotError.invalid("A page of a search has " + MOST_RESULTS + " results at most");
    }
  }

  Map<String, Object> run(Duration indexLag) {
    var found = new ArrayList<>(portal.search(type, anyGroup(), indexLag));
    found.sort(order());
    int from = body.path("after").asInt(0);
    int to = Math.min(found.size(), from + body.path("limit").asInt());
    var asked = new ArrayList<String>();
    body.path("properties").forEach(name -> asked.add(name.asText()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("total", found.size());
    answer.put(
        "results",
        found.subList(Math.min(from, to), to).stream().map(one -> one.json(asked)).toList());
    if (to < found.size()) {
      answer.put("paging", Map.of("next", Map.of("after", Integer.toString(to))));
    }
    return answer;
  }

  private Predicate<CrmRecord> anyGroup() {
    var groups = new ArrayList<Predicate<CrmRecord>>();
    for (var group : body.path("filterGroups")) {
      Predicate<CrmRecord> all = _ -> true;
      for (var filter : group.path("filters")) {
        all = all.and(filter(filter));
      }
      groups.add(all);
    }
    return groups.isEmpty()
        ? _ -> true
        : record -> groups.stream().anyMatch(group -> group.test(record));
  }

  private Predicate<CrmRecord> filter(JsonNode filter) {
    var property = filter.path("propertyName").asText();
    var value = filter.path("value").asText();
    if (!portal.isDefined(type, property)) {
      throw HubSpotError.invalid("There was a problem with the request: no property " + property);
    }
    return switch (filter.path("operator").asText()) {
      case "EQ" -> record -> record.value(property).equalsIgnoreCase(value);
      case "NEQ" -> record -> !record.value(property).equalsIgnoreCase(value);
      case "HAS_PROPERTY" -> record -> !record.value(property).isEmpty();
      case "NOT_HAS_PROPERTY" -> record -> record.value(property).isEmpty();
      case "CONTAINS_TOKEN" -> record -> record.value(property).contains(value.replace("*", ""));
      case "GTE" -> record -> !Instant.parse(record.value(property)).isBefore(millis(value));
      case "LTE" -> record -> !Instant.parse(record.value(property)).isAfter(millis(value));
      default -> throw HubSpotError.invalid("Invalid operator " + filter.path("operator").asText());
    };
  }

  private static Instant millis(String value) {
    return Instant.ofEpochMilli(Long.parseLong(value));
  }

  private Comparator<CrmRecord> order() {
    var sort = body.path("sorts").path(0).asText("");
    var descending = sort.startsWith("-");
    var property = descending ? sort.substring(1) : sort;
    Comparator<CrmRecord> byId = Comparator.comparingLong(CrmRecord::id);
    var order =
        property.isEmpty()
            ? byId
            : Comparator.comparing((CrmRecord record) -> record.value(property))
                .thenComparing(byId);
    return descending ? order.reversed() : order;
  }
}
