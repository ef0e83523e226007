package com.hekax.phone.platform.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says to the gateway who a bearer token is for; whether they may is the routes' business. A Lambda
 * authorizer of type REQUEST with the simple answer of payload format 2.0 ("Control access to HTTP
 * APIs with AWS Lambda authorizers", read 2026-11-22). The gateway keeps an answer for a minute,
 * for all routes.
 */
public abstract class GatewayAuthorizer implements RequestStreamHandler {
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");

  private record Answer(boolean isAuthorized, Map<String, String> context) {}

  /** Whom the token is for; empty for one that is not good. */
  protected abstract Optional<? extends Principal> holder(String token);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = Json.MAPPER.readTree(input);
    if (Ping.is(event)) {
      return;
    }
    var answer =
        bearer(event.path("headers").path("authorization").asText())
            .flatMap(this::holder)
            .map(holder -> new Answer(true, PrincipalClaims.of(holder)))
            .orElseGet(() -> new Answer(false, Map.of()));
    output.write(Json.MAPPER.writeValueAsBytes(answer));
  }

  private static Optional<String> bearer(String header) {
    var matcher = BEARER.matcher(header);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
