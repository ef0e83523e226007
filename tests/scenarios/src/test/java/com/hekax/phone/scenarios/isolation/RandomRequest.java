package com.hekax.phone.scenarios.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.scenarios.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A request that the API document allows.
 *
 * @param path with its query
 * @param idempotencyKey one of few, which both businesses use
 * @param reachesForOther whether its path or body names something of the other business
 */
record RandomRequest(
    ProbedRoute route,
    String path,
    Optional<String> body,
    Optional<String> idempotencyKey,
    boolean reachesForOther) {

  static RandomRequest of(
      ProbedRoute route, ApiPages pages, RandomFilling filling, RandomGenerator random) {
    var path = route.pathWith(filling::rowId);
    var body = pages.body(route.method(), route.path(), filling).map(JsonNode::toString);
    // What a query names is looked for and may be anybody's.
    boolean reachesForOther = filling.reachesForOther();
    var query = query(pages.query(route.method(), route.path(), filling));
    boolean writes = !route.method().equals("GET");
    var key =
        writes && random.nextInt(4) == 0
            ? Optional.of("key-" + random.nextInt(5))
            : Optional.<String>empty();
    return new RandomRequest(route, path + query, body, key, reachesForOther);
  }

  Api.Answer sendBy(Api member) {
    return idempotencyKey
        .map(key -> member.withHeader("idempotency-key", key))
        .orElse(member)
        .send(route.method(), path, body);
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }
}
