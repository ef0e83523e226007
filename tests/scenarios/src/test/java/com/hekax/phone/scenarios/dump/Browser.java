package com.hekax.phone.scenarios.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A person's browser: keeps cookies and the access token, and tells what it was entrusted with. */
final class Browser implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> cookies = new TreeMap<>();
  private final URI base;
  private Optional<String> accessToken = Optional.empty();

  Browser(URI base) {
    this.base = base;
  }

  /** Sends JSON, and must get this status. */
  JsonNode post(String path, Map<String, ?> body, int status) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .POST(
                body.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(Json.write(body)));
    if (!body.isEmpty()) {
      request.header("content-type", "application/json");
    }
    accessToken.ifPresent(token -> request.header("authorization", "Bearer " + token));
    if (!cookies.isEmpty()) {
      request.header("cookie", cookieHeader());
    }
    var response = send(request.build());
    assertThat(response.statusCode()).as(path + " answered " + response.body()).isEqualTo(status);
    keepCookies(response);
    var answer = response.body().isBlank() ? Json.tree("{}") : Json.tree(response.body());
    if (answer.has("accessToken")) {
      accessToken = Optional.of(answer.path("accessToken").asText());
    }
    return answer;
  }

  String accessToken() {
    return accessToken.orElseThrow();
  }

  String refreshToken() {
    return java.util.Objects.requireNonNull(cookies.get("hekax_refresh"));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keepCookies(HttpResponse<String> response) {
    for (var header : response.headers().allValues("set-cookie")) {
      HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    }
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  @Override
  public void close() {
    client.close();
  }
}
