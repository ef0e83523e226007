package com.hekax.phone.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The owner of a demo business, signed in: uses the product as its page does. */
public final class DemoOwner implements AutoCloseable {
  /** An access token is good for fifteen minutes, and a series of calls takes longer. */
  private static final Duration SIGN_IN_AGAIN_AFTER = Duration.ofMinutes(10);

  /** How often it waits for as long as it is told to. */
  private static final int PATIENCE = 5;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI product;
  private final String email;
  private String token = "";
  private Instant signInAgainAt = Instant.MIN;

  private DemoOwner(URI product, String email) {
    this.product = product;
    this.email = email;
  }

  /**
   * Signs in.
   *
   * @throws StartException when nobody answers there, or will not have the login
   */
  public static DemoOwner signIn(URI product, String email)
      throws IOException, InterruptedException {
    var owner = new DemoOwner(product, email);
    owner.signIn();
    return owner;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return json(send("GET", path, Map.of()));
  }

  public JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return json(send("POST", path, body));
  }

  public JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return json(send("PUT", path, body));
  }

  public void delete(String path) throws IOException, InterruptedException {
    send("DELETE", path, Map.of());
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * The whole answer, which is none of a failure.
   *
   * @param body as JSON; empty for none
   * @throws StartException when it is refused, or nobody answers
   */
  HttpResponse<String> send(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    if (Instant.now().isAfter(signInAgainAt)) {
      signIn();
    }
    return ask(method, path, body);
  }

  private void signIn() throws IOException, InterruptedException {
    var login = Map.of("email", email, "password", DemoData.PASSWORD);
    token = json(ask("POST", "/api/auth/login", login)).path("accessToken").asText();
    signInAgainAt = Instant.now().plus(SIGN_IN_AGAIN_AFTER);
  }

  private HttpResponse<String> ask(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(product.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token)
            .method(
                method,
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      for (int again = 0; again < PATIENCE && response.statusCode() == 429; again++) {
        // It asks more often than a page would: the product says when it may go on.
        Thread.sleep(
            Duration.ofSeconds(response.headers().firstValueAsLong("retry-after").orElse(1)));
        response = client.send(request, BodyHandlers.ofString());
      }
      if (response.statusCode() >= 300) {
        throw new StartException(
            "%s %s answered %d %s"
                .formatted(method, request.uri(), response.statusCode(), response.body()));
      }
      return response;
    } catch (ConnectException refused) {
      throw new StartException(
          "Nobody answers at %s: HEKAX Phone must be running, so `./hekax start` first."
              .formatted(product),
          refused);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body());
  }
}
