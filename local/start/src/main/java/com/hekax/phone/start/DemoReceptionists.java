package com.hekax.phone.start;

import com.fasterxml.jackson.core.type.TypeReference;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells the receptionists of the demo businesses what to say and to know, as their owners would: by
 * the API. What an owner has changed since stays: a receptionist is told once, and its settings
 * come last, so that a start that was broken off is made up for by the next.
 */
final class DemoReceptionists {
  private static final String FACTS = "/api/receptionist/facts";

  private static final String TOLD =
      """
      select users.email
        from receptionists
        join memberships on memberships.organization_id = receptionists.organization_id
        join users on users.id = memberships.user_id
       where memberships.role = 'OWNER' and receptionists.version > 1
      """;

  private final URI product;
  private final Connection database;

  /**
   * For a product that answers.
   *
   * @param database as the superuser; it tells sooner than a sign-in whether there is anything to
   *     do
   */
  DemoReceptionists(URI product, Connection database) {
    this.product = product;
    this.database = database;
  }

  private record Demo(
      String owner, Map<String, Object> receptionist, List<Map<String, Object>> facts) {}

  void tell() throws IOException, InterruptedException, SQLException {
    var told = told();
    for (var demo : read()) {
      if (!told.contains(demo.owner())) {
        try (var owner = DemoOwner.signIn(product, demo.owner())) {
          tell(owner, demo);
        }
      }
    }
  }

  private Set<String> told() throws SQLException {
    try (database;
        var statement = database.createStatement()) {
      var emails = new HashSet<String>();
      var rows = statement.executeQuery(TOLD);
      while (rows.next()) {
        emails.add(rows.getString(1));
      }
      return emails;
    }
  }

  private static void tell(DemoOwner owner, Demo demo) throws IOException, InterruptedException {
    var known = new HashSet<Object>();
    owner.get(FACTS).path("items").forEach(fact -> known.add(fact.path("topic").asText()));
    for (var fact : demo.facts()) {
      if (known.add(fact.get("topic"))) {
        owner.post(FACTS, fact);
      }
    }
    var settings = new HashMap<>(demo.receptionist());
    settings.put("version", owner.get("/api/receptionist").path("version").asInt());
    owner.put("/api/receptionist", settings);
  }

  private static List<Demo> read() throws IOException {
    try (var stream = DemoReceptionists.class.getResourceAsStream("/demo/receptionists.json")) {
      return Json.MAPPER.readValue(
          Objects.requireNonNull(stream), new TypeReference<List<Demo>>() {});
    }
  }
}
