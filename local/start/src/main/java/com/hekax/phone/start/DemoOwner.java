package com.hekax.phone.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The owner of Bright Dental, signed in: demo data that has an API is made by it. */
final class DemoOwner implements AutoCloseable {
  private final URI product;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private String token = "";

  private DemoOwner(URI product) {
    this.product = product;
  }

  /** Signs in. */
  static DemoOwner of(URI product) throws IOException, InterruptedException {
    var owner = new DemoOwner(product);
    var login = Map.of("email", DemoData.BRIGHT_DENTAL_OWNER, "password", DemoData.PASSWORD);
    owner.token = json(owner.send("POST", "/api/auth/login", login)).path("accessToken").asText();
    return owner;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json(send("GET", path, Map.of()));
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return json(send("POST", path, body));
  }

  void delete(String path) throws IOException, InterruptedException {
    send("DELETE", path, Map.of());
  }

  /** The whole answer, which is none of a failure. */
  HttpResponse<String> send(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(product.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Json.write(body)));
    var response = client.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new StartException(
          "The demo data could not be made: %s %s answered %d %s"
              .formatted(method, path, response.statusCode(), response.body()));
    }
    return response;
  }

  @Override
  public void close() {
    client.close();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body());
  }
}
