package com.hekax.phone.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The product's API over a real socket, as one person uses it. */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  private Api(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** Nobody's. */
  public static Api of(URI base) {
    return new Api(base, Map.of());
  }

  /** With an access token. */
  public Api with(String accessToken) {
    return withHeader("authorization", "Bearer " + accessToken);
  }

  /** With one more header. */
  public Api withHeader(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Api(base, Map.copyOf(more));
  }

  /** Signed in with e-mail and password. */
  public Api signedIn(String email, String password) {
    var answer = send("POST", "/api/auth/login", Map.of("email", email, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError("sign-in answered " + answer);
    }
    return with(answer.json().path("accessToken").asText());
  }

  /** What came back. */
  public record Answer(int status, String body) {
    public JsonNode json() {
      return Json.tree(body);
    }
  }

  public Answer get(String path) {
    return send("GET", path, Optional.empty());
  }

  public Answer post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  /** A form, already encoded. */
  public Answer postForm(String path, String fields) {
    return withHeader("content-type", "application/x-www-form-urlencoded")
        .send("POST", path, Optional.of(fields));
  }

  public Answer send(String method, String path, Map<String, ?> body) {
    return send(method, path, Optional.of(Json.write(body)));
  }

  /** A request with a JSON body, or with none. */
  public Answer send(String method, String path, Optional<String> body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    body.ifPresent(_ -> request.setHeader("content-type", "application/json"));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
