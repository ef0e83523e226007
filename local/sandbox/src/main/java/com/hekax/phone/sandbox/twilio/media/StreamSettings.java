package com.hekax.phone.sandbox.twilio.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stream that a {@code <Stream>} asks for.
 *
 * @param parameters what {@code start} carries to the server
 */
public record StreamSettings(
    String streamSid,
    String callSid,
    String accountSid,
    String url,
    String name,
    Map<String, String> parameters) {
  private static final int LONGEST_PARAMETER = 500;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

  /** Why Twilio would not even try. Plain {@code ws} is for a server on this machine only. */
  Optional<StreamError> refusal() {
    for (var parameter : parameters.entrySet()) {
      if (parameter.getKey().length() + parameter.getValue().length() >= LONGEST_PARAMETER) {
        return Optional.of(
            new StreamError(
                StreamError.BAD_ADDRESS, "The parameter " + parameter.getKey() + " is too long"));
      }
    }
    try {
      var address = new URI(url);
      var host = String.valueOf(address.getHost());
      boolean plain = "ws".equals(address.getScheme()) && THIS_MACHINE.contains(host);
      if (!plain && !"wss".equals(address.getScheme())) {
        return Optional.of(new StreamError(StreamError.BAD_SCHEME, "The scheme is not wss"));
      }
      if (address.getHost() == null
          || address.getRawQuery() != null
          || address.getRawFragment() != null) {
        return Optional.of(
            new StreamError(
                StreamError.BAD_ADDRESS, "A host and a path, but no query and no fragment"));
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.of(new StreamError(StreamError.BAD_ADDRESS, String.valueOf(e.getMessage())));
    }
  }
}
