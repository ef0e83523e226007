package com.hekax.phone.sandbox.twilio.call;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the webhooks of the product's numbers go, with the connection overrides that it asks for.
 *
 * @param fallbacks asked by GET when the voice address gives nothing that can be run, by number; a
 *     number may have none
 */
public record NumberSettings(URI voice, Map<String, URI> fallbacks, URI status) {
  private static final String RETRIES = "#rc=3&rp=ct,rt,5xx&rt=3500";

  /**
   * The addresses of the product, without fallbacks.
   *
   * @param publicUrl scheme and host, with no slash at the end
   */
  public static NumberSettings of(String publicUrl) {
    return of(publicUrl, Map.of());
  }

  /**
   * The addresses of the product.
   *
   * @param fallbacks the path of each number's fallback document
   */
  public static NumberSettings of(String publicUrl, Map<String, String> fallbacks) {
    return new NumberSettings(
        URI.create(publicUrl + "/api/twilio/incoming#rc=1&rp=ct,rt,5xx&rt=7000"),
        fallbacks.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, path -> URI.create(publicUrl + path.getValue() + RETRIES))),
        URI.create(publicUrl + "/api/twilio/status" + RETRIES));
  }

  Optional<Source.Fetch> fallback(String number) {
    return Optional.ofNullable(fallbacks.get(number))
        .map(address -> new Source.Fetch(address, "GET", Map.of()));
  }
}
