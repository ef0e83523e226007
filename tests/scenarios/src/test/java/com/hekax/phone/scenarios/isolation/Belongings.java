package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.tenancy.Role;
import com.hekax.phone.scenarios.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a business has that others might ask for: its ids, and where its lists go on. */
final class Belongings {
  private final Tenant tenant;
  private final Map<String, List<String>> created = new HashMap<>();
  private final List<String> cursors = new ArrayList<>();

  Belongings(Tenant tenant) {
    this.tenant = tenant;
  }

  Tenant tenant() {
    return tenant;
  }

  /** Notes what an answer gave it. */
  void note(ProbedRoute route, Api.Answer answer) {
    if (answer.status() == 201 && answer.json().has("id")) {
      created
          .computeIfAbsent(route.collection(), _ -> new ArrayList<>())
          .add(answer.json().path("id").asText());
    }
    if (answer.status() == 200 && answer.json().path("next").isTextual()) {
      cursors.add(answer.json().path("next").asText());
    }
  }

  /** The id of one of its rows in a table. */
  String someId(String table, RandomGenerator random) {
    var ids = new ArrayList<>(created.getOrDefault(table, List.of()));
    ids.add(String.valueOf(tenant.row(table).get("id")));
    return ids.get(random.nextInt(ids.size()));
  }

  String someMember(RandomGenerator random) {
    return tenant.member(someRole(random)).toString();
  }

  static Role someRole(RandomGenerator random) {
    var roles = List.of(Role.values());
    return roles.get(random.nextInt(roles.size()));
  }

  /** Where one of its lists goes on; something that is no such place when it has none. */
  String someCursor(RandomGenerator random) {
    return cursors.isEmpty() ? "no-cursor" : cursors.get(random.nextInt(cursors.size()));
  }
}
