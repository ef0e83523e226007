package com.hekax.phone.twilio;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;

/**
 * Whether Twilio signed a request: the header {@code X-Twilio-Signature} over the address it was
 * told to call and the fields it sent ("Validating requests are coming from Twilio", read
 * 2026-11-22).
 *
 * <p>The address is the public one as it stands in our settings, with the path and query byte for
 * byte as they came. What a gateway says its host is has nothing to do with it.
 */
public final class TwilioSignature {
  private final String origin;
  private final RequestValidator validator;

  /**
   * For requests to one address, signed with one token.
   *
   * @param publicUrl scheme and host without a path, for example {@code https://phone.example.com}
   */
  public TwilioSignature(String publicUrl, String authToken) {
    this.origin = withoutUsualPort(URI.create(publicUrl));
    this.validator = new RequestValidator(authToken);
  }

  /**
   * Whether the signature is that of a form post.
   *
   * @param pathAndQuery as they came, not decoded
   * @param form every field that came, decoded; empty for a GET and for a WebSocket
   */
  public boolean matches(String pathAndQuery, Map<String, String> form, String signature) {
    return validator.validate(origin + pathAndQuery, form, signature);
  }

  /** Everything that a comparison runs. */
  static void prime() {
    var ignored =
        new TwilioSignature("https://localhost", "priming").matches("/", Map.of("CallSid", ""), "");
  }

  /**
   * Twilio signs without the port that a scheme implies. Its SDK would take the port away too, but
   * decodes the query on the way, so that a percent sign in it breaks the comparison.
   */
  private static String withoutUsualPort(URI url) {
    boolean usual =
        switch (url.getScheme()) {
          case "https", "wss" -> url.getPort() == 443;
          default -> url.getPort() == 80;
        };
    return usual ? url.getScheme() + "://" + url.getHost() : url.toString();
  }
}
