package com.hekax.phone.start;

import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Connects Bright Dental to the sandbox's HubSpot, as its owner would: the question is answered
 * with yes, and the browser sent back. The sandbox forgets whom it let in when it ends, so that is
 * done at each start; the connection stays the same one.
 */
final class DemoHubSpot {
  private final DemoOwner owner;
  private final URI product;

  DemoHubSpot(DemoOwner owner, URI product) {
    this.owner = owner;
    this.product = product;
  }

  void connect() throws IOException, InterruptedException {
    var begun = owner.send("POST", "/api/crm/authorizations", Map.of("provider", "HUBSPOT"));
    var question = Json.tree(begun.body()).path("authorizationUrl").asText();
    var kept = begun.headers().firstValue("set-cookie").orElse("");
    try (var browser = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var back = location(get(browser, URI.create(question + "&auto=true"), ""));
      // Behind a public address the way back would lead out and in again.
      var here = product.resolve(back.getRawPath() + "?" + back.getRawQuery());
      var cookie = HttpCookie.parse(kept).getFirst();
      var end = location(get(browser, here, cookie.getName() + "=" + cookie.getValue()));
      if (!end.toString().endsWith("connected=hubspot")) {
        throw new StartException("The demo CRM could not be connected: " + end);
      }
    }
  }

  private static HttpResponse<String> get(HttpClient browser, URI address, String cookie)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
    if (!cookie.isEmpty()) {
      request.header("cookie", cookie);
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static URI location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("location")
        .map(URI::create)
        .orElseThrow(
            () ->
                new StartException(
                    "The demo CRM could not be connected: %s answered %d %s"
                        .formatted(
                            response.uri().getPath(), response.statusCode(), response.body())));
  }
}
