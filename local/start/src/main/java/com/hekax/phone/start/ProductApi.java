package com.hekax.phone.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The product's API as the owner of a demo business uses it. */
public final class ProductApi implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI product;
  private final String token;

  private ProductApi(URI product, String email) throws IOException, InterruptedException {
    this.product = product;
    var login = Map.of("email", email, "password", DemoData.PASSWORD);
    token = send(request("/api/auth/login").POST(json(login))).path("accessToken").asText();
  }

  /**
   * Signs in.
   *
   * @throws StartException when nobody answers there, or will not have the login
   */
  public static ProductApi signIn(URI product, String email)
      throws IOException, InterruptedException {
    return new ProductApi(product, email);
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(signed(path).GET());
  }

  public JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(signed(path).POST(json(body)));
  }

  public JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(signed(path).PUT(json(body)));
  }

  public JsonNode delete(String path) throws IOException, InterruptedException {
    return send(signed(path).DELETE());
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder signed(String path) {
    return request(path).header("authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(product.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("content-type", "application/json");
  }

  private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
    return BodyPublishers.ofString(Json.write(body));
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    var request = builder.build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new StartException(
            "%s %s answered %d %s"
                .formatted(
                    request.method(), request.uri(), response.statusCode(), response.body()));
      }
      return Json.tree(response.body().isEmpty() ? "{}" : response.body());
    } catch (ConnectException refused) {
      throw new StartException(
          "Nobody answers at %s: HEKAX Phone must be running, so `./hekax start` first."
              .formatted(product),
          refused);
    }
  }
}
