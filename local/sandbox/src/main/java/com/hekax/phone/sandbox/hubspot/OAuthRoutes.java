package com.hekax.phone.sandbox.hubspot;

import com.hekax.phone.sandbox.Form;
import com.hekax.phone.sandbox.console.Html;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page that asks people, and the token endpoints. A program answers the page's question itself:
 * {@code auto=true} or {@code auto=false} in its query, and {@code portal} for another portal than
 * the first.
 */
final class OAuthRoutes implements HttpService {
  private static final String FIRST_PORTAL = "62515";
  private static final List<String> ASKED =
      List.of("client_id", "redirect_uri", "scope", "state", "code_challenge");

  private final HubSpotState state;
  private final Guard guard;

  OAuthRoutes(HubSpotState state, Guard guard) {
    this.state = state;
    this.guard = guard;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/oauth/authorize", this::ask)
        .post("/oauth/authorize", (request, response) -> decide(Form.read(request), response))
        .post(
            "/oauth/2026-03/token",
            guard.of("token", (request, _) -> Result.ok(state.oauth().token(Form.read(request)))))
        .post(
            "/oauth/2026-03/token/introspect",
            guard.of(
                "token", (request, _) -> Result.ok(state.oauth().introspect(Form.read(request)))))
        .post(
            "/oauth/2026-03/token/revoke",
            guard.of(
                "token",
                (request, _) -> {
                  state.oauth().revoke(Form.read(request));
                  return Result.none();
                }));
  }

  private void ask(ServerRequest request, ServerResponse response) {
    var asked = new LinkedHashMap<String, String>();
    ASKED.forEach(name -> asked.put(name, request.query().first(name).orElse("")));
    if (List.of("client_id", "redirect_uri", "scope").stream()
        .anyMatch(name -> asked.getOrDefault(name, "").isEmpty())) {
      response
          .status(Status.BAD_REQUEST_400)
          .send("client_id, redirect_uri and scope are required.");
      return;
    }
    if (!asked.getOrDefault("code_challenge", "").isEmpty()
        && !request.query().first("code_challenge_method").orElse("").equals("S256")) {
      response.status(Status.BAD_REQUEST_400).send("code_challenge_method is S256.");
      return;
    }
    asked.put("portal", request.query().first("portal").orElse(FIRST_PORTAL));
    var auto = request.query().first("auto").orElse("");
    if (auto.isEmpty()) {
      Html.send(response, "Connect HEKAX Phone to HubSpot", page(asked));
    } else {
      asked.put("answer", auto.equals("true") ? "allow" : "deny");
      decide(asked, response);
    }
  }

  private static String page(Map<String, String> asked) {
    var hidden =
        asked.entrySet().stream()
            .filter(field -> !field.getKey().equals("portal"))
            .map(
                field ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(field.getKey(), Html.escaped(field.getValue())))
            .collect(Collectors.joining());
    return """
        <p>It asks for: %s</p>
        <form method="post">%s
          <p><label>Portal <input name="portal" value="%s"></label></p>
          <button name="answer" value="allow">Connect app</button>
          <button name="answer" value="deny">Cancel</button>
        </form>
        """
        .formatted(
            Html.escaped(asked.getOrDefault("scope", "")),
            hidden,
            Html.escaped(asked.getOrDefault("portal", "")));
  }

  private void decide(Map<String, String> decided, ServerResponse response) {
    var back = decided.getOrDefault("redirect_uri", "");
    var stateText = Form.encoded(decided.getOrDefault("state", ""));
    String query;
    if (decided.getOrDefault("answer", "").equals("allow")) {
      var scopes =
          Arrays.stream(decided.getOrDefault("scope", "").split(" ", -1))
              .filter(scope -> !scope.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
      long hubId = Long.parseLong(decided.getOrDefault("portal", FIRST_PORTAL));
      var grant = new OAuthServer.Grant(hubId, decided.getOrDefault("client_id", ""), scopes);
      var code = state.oauth().code(grant, back, decided.getOrDefault("code_challenge", ""));
      query = "code=" + code + "&state=" + stateText;
    } else {
      query =
          "error=access_denied&error_description="
              + Form.encoded("The user declined.")
              + "&state="
              + stateText;
    }
    response
        .status(Status.FOUND_302)
        .header(HeaderNames.LOCATION, back + (back.contains("?") ? "&" : "?") + query)
        .send();
  }
}
