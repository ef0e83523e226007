package com.hekax.phone.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The owner of a demo business at the dashboard: what it sets up, it does by the API. */
final class DemoOwner implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI product;
  private final String token;

  private DemoOwner(URI product, String email) throws IOException, InterruptedException {
    this.product = product;
    var login = Map.of("email", email, "password", DemoData.PASSWORD);
    this.token = send("POST", "/api/auth/login", "", login).path("accessToken").asText();
  }

  static DemoOwner signIn(URI product, String email) throws IOException, InterruptedException {
    return new DemoOwner(product, email);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, token, Map.of());
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send("POST", path, token, body);
  }

  JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send("PUT", path, token, body);
  }

  void delete(String path) throws IOException, InterruptedException {
    send("DELETE", path, token, Map.of());
  }

  @Override
  public void close() {
    client.close();
  }

  private JsonNode send(String method, String path, String bearer, Map<String, ?> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(product.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + bearer)
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(Json.write(body)))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new StartException(
          "The demo data could not be made: %s %s answered %d %s"
              .formatted(method, path, response.statusCode(), response.body()));
    }
    return response.body().isEmpty() ? Json.tree("{}") : Json.tree(response.body());
  }
}
