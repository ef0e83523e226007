package com.hekax.phone.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.runner.template.Application.HttpRoute;
import com.hekax.phone.runner.template.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteTableTest {
  private final RouteTable routes =
      new RouteTable(
          Stream.of(
                  "$default",
                  "ANY /{proxy+}",
                  "GET /pets/{proxy+}",
                  "ANY /pets/{id}",
                  "GET /pets/{id}",
                  "GET /pets/dog",
                  "GET /pets/{id}/owner",
                  "POST /pets")
              .map(RouteTableTest::route)
              .toList());

  @Test
  void a_literal_part_wins_over_a_parameter() {
    assertThat(key("GET", "/pets/dog")).isEqualTo("GET /pets/dog");
    assertThat(key("GET", "/pets/7")).isEqualTo("GET /pets/{id}");
  }

  @Test
  void a_method_wins_over_any() {
    assertThat(key("GET", "/pets/7")).isEqualTo("GET /pets/{id}");
    assertThat(key("PUT", "/pets/7")).isEqualTo("ANY /pets/{id}");
  }

  @Test
  void a_full_match_wins_over_a_greedy_one() {
    assertThat(key("GET", "/pets/7/owner")).isEqualTo("GET /pets/{id}/owner");
    assertThat(key("GET", "/pets/7/toys/2")).isEqualTo("GET /pets/{proxy+}");
    assertThat(key("GET", "/shops")).isEqualTo("ANY /{proxy+}");
  }

  @Test
  void parameters_are_given_by_name() {
    assertThat(routes.find("GET", "/pets/7").orElseThrow().parameters())
        .isEqualTo(Map.of("id", "7"));
    assertThat(routes.find("GET", "/pets/7/toys/2").orElseThrow().parameters())
        .isEqualTo(Map.of("proxy", "7/toys/2"));
  }

  @Test
  void a_trailing_slash_makes_another_path() {
    var strict = new RouteTable(List.of(route("GET /pets")));
    assertThat(strict.find("GET", "/pets/")).isEmpty();
    assertThat(strict.find("POST", "/pets")).isEmpty();
  }

  private String key(String method, String path) {
    return routes.find(method, path).orElseThrow().route().key();
  }

  private static HttpRoute route(String key) {
    var parts = key.split(" ", 2);
    var isDefault = parts.length == 1;
    return new HttpRoute(
        new Place("template.yaml", key, 1),
        isDefault ? "ANY" : parts[0],
        isDefault ? key : parts[1],
        "Function",
        Optional.empty(),
        Duration.ofSeconds(30));
  }
}
