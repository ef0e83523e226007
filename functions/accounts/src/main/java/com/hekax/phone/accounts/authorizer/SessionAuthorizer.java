package com.hekax.phone.accounts.authorizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says to the gateway who a token is for; whether they may is the routes' business. A Lambda
 * authorizer of type REQUEST with the simple answer of payload format 2.0 ("Control access to HTTP
 * APIs with AWS Lambda authorizers", read 2026-11-22). The gateway keeps an answer for a minute,
 * for all routes.
 */
public final class SessionAuthorizer implements RequestStreamHandler {
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");

  private final AccessTokens accessTokens;

  public SessionAuthorizer() {
    this(AccountsWiring.accessTokens());
  }

  SessionAuthorizer(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  private record Answer(boolean isAuthorized, Map<String, String> context) {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = Json.MAPPER.readTree(input);
    if (Ping.is(event)) {
      return;
    }
    var answer =
        bearer(event.path("headers").path("authorization").asText())
            .flatMap(accessTokens::verify)
            .map(SessionAuthorizer::admitted)
            .orElseGet(() -> new Answer(false, Map.of()));
    output.write(Json.MAPPER.writeValueAsBytes(answer));
  }

  private static Optional<String> bearer(String header) {
    var matcher = BEARER.matcher(header);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Answer admitted(Member principal) {
    return new Answer(
        true,
        Map.of(
            "organizationId", principal.organization().toString(),
            "userId", principal.user().toString(),
            "role", principal.role().name()));
  }
}
