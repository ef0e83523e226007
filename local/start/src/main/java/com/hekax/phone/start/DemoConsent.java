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
 * Lets the product into an account at a vendor's stand-in, as the owner of Bright Dental would: the
 * question is answered with yes, and the browser sent back.
 */
final class DemoConsent {
  private final DemoOwner owner;
  private final URI product;

  DemoConsent(DemoOwner owner, URI product) {
    this.owner = owner;
    this.product = product;
  }

  /**
   * Asks, says yes and comes back.
   *
   * @param begin the route that answers where the question is asked
   * @param vendor as it is called when it is connected
   */
  void give(String begin, Map<String, ?> body, String vendor)
      throws IOException, InterruptedException {
    var begun = owner.send("POST", begin, body);
    var question = Json.tree(begun.body()).path("authorizationUrl").asText();
    var kept = begun.headers().firstValue("set-cookie").orElse("");
    try (var browser = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var back = location(get(browser, URI.create(question + "&auto=true"), ""), vendor);
      // Behind a public address the way back would lead out and in again.
      var here = product.resolve(back.getRawPath() + "?" + back.getRawQuery());
      var cookie = HttpCookie.parse(kept).getFirst();
      var end = location(get(browser, here, cookie.getName() + "=" + cookie.getValue()), vendor);
      if (!end.toString().endsWith("connected=" + vendor)) {
        throw new StartException("The demo's %s could not be connected: %s".formatted(vendor, end));
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

  private static URI location(HttpResponse<String> response, String vendor) {
    return response
        .headers()
        .firstValue("location")
        .map(URI::create)
        .orElseThrow(
            () ->
                new StartException(
                    "The demo's %s could not be connected: %s answered %d %s"
                        .formatted(
                            vendor,
                            response.uri().getPath(),
                            response.statusCode(),
                            response.body())));
  }
}
