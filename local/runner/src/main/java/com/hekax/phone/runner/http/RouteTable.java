package com.hekax.phone.runner.http;

import com.hekax.phone.runner.template.Application.HttpRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request by the precedence of HTTP APIs: full matches before greedy ones,
 * literal parts before parameters, a method before ANY, and $default last.
 */
final class RouteTable {
  record Match(HttpRoute route, Map<String, String> parameters) {}

  private record Entry(HttpRoute route, List<String> parts) {
    boolean greedy() {
      return !parts.isEmpty() && parts.getLast().endsWith("+}");
    }

    boolean isDefault() {
      return route.path().equals("$default");
    }

    /** Sorts before others when it is more particular: 0 literal, 1 parameter, 2 greedy, 3 end. */
    String rank() {
      var rank = new StringBuilder(isDefault() ? "9" : greedy() ? "1" : "0");
      for (var part : parts) {
        rank.append(!part.startsWith("{") ? '0' : part.endsWith("+}") ? '2' : '1');
      }
      return rank.append('3').append(route.method().equals("ANY") ? '1' : '0').toString();
    }
  }

  private final List<Entry> entries;

  RouteTable(List<HttpRoute> routes) {
    entries =
        routes.stream()
            .map(route -> new Entry(route, parts(route.path())))
            .sorted(Comparator.comparing(Entry::rank))
            .toList();
  }

  Optional<Match> find(String method, String path) {
    var parts = parts(path);
    for (var entry : entries) {
      var route = entry.route();
      if (route.method().equals("ANY") || route.method().equals(method)) {
        var match = match(entry, parts);
        if (match.isPresent()) {
          return match;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Match> match(Entry entry, List<String> parts) {
    if (entry.isDefault()) {
      return Optional.of(new Match(entry.route(), Map.of()));
    }
    var pattern = entry.parts();
    var fits = entry.greedy() ? parts.size() >= pattern.size() : parts.size() == pattern.size();
    if (!fits) {
      return Optional.empty();
    }
    var parameters = new LinkedHashMap<String, String>();
    for (var index = 0; index < pattern.size(); index++) {
      var expected = pattern.get(index);
      if (expected.endsWith("+}")) {
        var rest = String.join("/", parts.subList(index, parts.size()));
        parameters.put(expected.substring(1, expected.length() - 2), rest);
      } else if (expected.startsWith("{") && !parts.get(index).isEmpty()) {
        parameters.put(expected.substring(1, expected.length() - 1), parts.get(index));
      } else if (!expected.equals(parts.get(index))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(entry.route(), parameters));
  }

  /** A trailing slash is a part of its own: /leads and /leads/ are different paths. */
  private static List<String> parts(String path) {
    var parts = new ArrayList<>(List.of(path.split("/", -1)));
    parts.removeFirst();
    return parts;
  }
}
