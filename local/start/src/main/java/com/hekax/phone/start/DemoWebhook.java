package com.hekax.phone.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Connects Bright Dental to the sandbox's webhook receiver, as its owner would: by the API. The
 * secret is shown once, so at each start the webhook of the start before is replaced by a new one
 * whose secret the receiver is told.
 */
final class DemoWebhook {
  /** Of the sandbox, where Bright Dental's webhooks arrive. */
  static final String RECEIVER = "bright-dental";

  private final URI product;
  private final Sandbox sandbox;

  DemoWebhook(URI product, Sandbox sandbox) {
    this.product = product;
    this.sandbox = sandbox;
  }

  void connect() throws IOException, InterruptedException {
    var url = sandbox.uri() + "/webhook-receiver/" + RECEIVER;
    try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var login = Map.of("email", DemoData.BRIGHT_DENTAL_OWNER, "password", DemoData.PASSWORD);
      var token = send(client, "POST", "/api/auth/login", "", login).path("accessToken").asText();
      for (var webhook : send(client, "GET", "/api/webhooks", token, Map.of()).path("items")) {
        if (webhook.path("url").asText().endsWith("/webhook-receiver/" + RECEIVER)) {
          send(client, "DELETE", "/api/webhooks/" + webhook.path("id").asText(), token, Map.of());
        }
      }
      var webhook =
          Map.of("url", url, "eventTypes", List.of("lead.captured", "lead.updated", "call.ended"));
      var created = send(client, "POST", "/api/webhooks", token, webhook);
      sandbox.webhooks().secret(RECEIVER, created.path("secret").asText());
    }
  }

  private JsonNode send(
      HttpClient client, String method, String path, String token, Map<String, ?> body)
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
                    : HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new StartException(
          "The demo webhook could not be connected: %s %s answered %d %s"
              .formatted(method, path, response.statusCode(), response.body()));
    }
    return response.body().isEmpty() ? Json.tree("{}") : Json.tree(response.body());
  }
}
