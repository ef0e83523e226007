package com.hekax.phone.sandbox.twilio.call;

import java.net.URI;
import java.util.Optional;

/**
 * Where the webhooks of the product's numbers go, with the connection overrides that it asks for.
 *
 * @param fallback asked when the voice address gives nothing that can be run
 */
public record NumberSettings(URI voice, Optional<URI> fallback, URI status) {

  /**
   * The addresses of the product.
   *
   * @param publicUrl scheme and host, with no slash at the end
   */
  public static NumberSettings of(String publicUrl) {
    return new NumberSettings(
        URI.create(publicUrl + "/api/twilio/incoming#rc=1&rp=ct,rt,5xx&rt=7000"),
        Optional.empty(),
        URI.create(publicUrl + "/api/twilio/status#rc=3&rp=ct,rt,5xx&rt=3500"));
  }
}
