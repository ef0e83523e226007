package com.hekax.phone.start;

import com.fasterxml.jackson.core.type.TypeReference;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells the receptionists of the demo businesses what to say and to know, as their owners would: by
 * the API. What an owner has changed since stays: a receptionist is told once, and its settings
 * come last, so that a start that was broken off is made up for by the next.
 */
final class DemoReceptionists {
  private static final String FACTS = "/api/receptionist/facts";

  private final URI product;

  DemoReceptionists(URI product) {
    this.product = product;
  }

  private record Demo(
      String owner, Map<String, Object> receptionist, List<Map<String, Object>> facts) {}

  void tell() throws IOException, InterruptedException {
    for (var demo : read()) {
      try (var owner = DemoOwner.signIn(product, demo.owner())) {
        int version = owner.get("/api/receptionist").path("version").asInt();
        if (version == 1) {
          tell(owner, demo, version);
        }
      }
    }
  }

  private static void tell(DemoOwner owner, Demo demo, int version)
      throws IOException, InterruptedException {
    var known = new HashSet<Object>();
    owner.get(FACTS).path("items").forEach(fact -> known.add(fact.path("topic").asText()));
    for (var fact : demo.facts()) {
      if (known.add(fact.get("topic"))) {
        owner.post(FACTS, fact);
      }
    }
    var settings = new HashMap<>(demo.receptionist());
    settings.put("version", version);
    owner.put("/api/receptionist", settings);
  }

  private static List<Demo> read() throws IOException {
    try (var stream = DemoReceptionists.class.getResourceAsStream("/demo/receptionists.json")) {
      return Json.MAPPER.readValue(
          Objects.requireNonNull(stream), new TypeReference<List<Demo>>() {});
    }
  }
}
