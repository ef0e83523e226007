package com.hekax.phone.benchmarks;

import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The owner of a demo business, signed in. */
record DemoOwner(URI product, String token) {
  private static final Map<String, String> LOGIN =
      Map.of("email", "owner@brightdental.example", "password", "demo-password-2026");

  static DemoOwner signIn(URI product) throws IOException, InterruptedException {
    var login =
        HttpRequest.newBuilder(product.resolve("/api/auth/login"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(LOGIN)));
    return new DemoOwner(product, Json.tree(send(login)).path("accessToken").asText());
  }

  /** The body of an answer. */
  String get(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(product.resolve(path)).header("authorization", "Bearer " + token));
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var response =
          client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response + " " + response.body());
      }
      return response.body();
    }
  }
}
