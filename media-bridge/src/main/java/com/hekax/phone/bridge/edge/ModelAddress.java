package com.hekax.phone.bridge.edge;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Where the model answers. With {@code wss} the server's certificate and name are checked; {@code
 * ws} is for a stand-in on this machine.
 */
final class ModelAddress {
  private final URI base;
  private final String apiKey;
  private final Optional<SslContext> tls;

  ModelAddress(URI base, String apiKey) {
    this.base = base;
    this.apiKey = apiKey;
    this.tls = "wss".equals(base.getScheme()) ? Optional.of(verifying()) : Optional.empty();
  }

  URI of(String model) {
    var parameter = "model=" + URLEncoder.encode(model, StandardCharsets.UTF_8);
    var separator = base.getRawQuery() == null ? "?" : "&";
    return URI.create(base + separator + parameter);
  }

  String host() {
    return base.getHost();
  }

  int port() {
    if (base.getPort() >= 0) {
      return base.getPort();
    }
    return tls.isPresent() ? 443 : 80;
  }

  String authorization() {
    return "Bearer " + apiKey;
  }

  Optional<SslContext> tls() {
    return tls;
  }

  private static SslContext verifying() {
    try {
      return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
    } catch (SSLException e) {
      throw new IllegalStateException("This JVM has no TLS", e);
    }
  }
}
