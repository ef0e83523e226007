package com.hekax.phone.sandbox.slack;

import com.hekax.phone.sandbox.Form;
import com.hekax.phone.sandbox.console.Html;
import com.hekax.phone.sandbox.slack.TokenDesk.Grant;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The page that asks people and lets them pick a channel, and the token endpoint. A program answers
 * the page's question itself: {@code auto=true} or {@code auto=false} in its query, with {@code
 * team} and {@code channel} for others than the first.
 */
final class OAuthRoutes implements HttpService {
  private static final String FIRST_TEAM = "T0BRIGHT";
  private static final String FIRST_CHANNEL = "calls";
  private static final List<String> ASKED = List.of("client_id", "redirect_uri", "scope", "state");

  private final SlackState state;
  private final Guard guard;
  private final Supplier<URI> sandbox;

  /**
   * The routes.
   *
   * @param sandbox where this is reached: incoming webhooks have whole addresses
   */
  OAuthRoutes(SlackState state, Guard guard, Supplier<URI> sandbox) {
    this.state = state;
    this.guard = guard;
    this.sandbox = sandbox;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/oauth/v2/authorize", this::ask)
        .post("/oauth/v2/authorize", (request, response) -> decide(Form.read(request), response))
        .post("/api/oauth.v2.access", guard.of("token", this::access));
  }

  private void ask(ServerRequest request, ServerResponse response) {
    var asked = new LinkedHashMap<String, String>();
    ASKED.forEach(name -> asked.put(name, request.query().first(name).orElse("")));
    if (asked.getOrDefault("client_id", "").isEmpty()
        || asked.getOrDefault("scope", "").isEmpty()) {
      response.status(Status.BAD_REQUEST_400).send("client_id and scope are required.");
      return;
    }
    asked.put("team", request.query().first("team").orElse(FIRST_TEAM));
    asked.put("channel", request.query().first("channel").orElse(FIRST_CHANNEL));
    var auto = request.query().first("auto").orElse("");
    if (auto.isEmpty()) {
      Html.send(response, "HEKAX Phone asks to get into your Slack workspace", page(asked));
    } else {
      asked.put("answer", auto.equals("true") ? "allow" : "deny");
      decide(asked, response);
    }
  }

  private String page(Map<String, String> asked) {
    var hidden =
        ASKED.stream()
            .map(
                name ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(name, Html.escaped(asked.getOrDefault(name, ""))))
            .collect(Collectors.joining());
    var channels =
        state.workspace(asked.getOrDefault("team", FIRST_TEAM)).channels().stream()
            .map(
                one ->
                    "<option value=\"%s\">%s%s</option>"
                        .formatted(one.id(), one.isPrivate() ? "private: " : "#", one.name()))
            .collect(Collectors.joining());
    return """
        <p>It asks for: %s</p>
        <form method="post">%s
          <p><label>Workspace <input name="team" value="%s"></label></p>
          <p><label>Where should HEKAX Phone post? <select name="channel">%s</select></label></p>
          <button name="answer" value="allow">Allow</button>
          <button name="answer" value="deny">Cancel</button>
        </form>
        """
        .formatted(
            Html.escaped(asked.getOrDefault("scope", "")),
            hidden,
            Html.escaped(asked.getOrDefault("team", "")),
            channels);
  }

  private void decide(Map<String, String> decided, ServerResponse response) {
    var back = decided.getOrDefault("redirect_uri", "");
    var query =
        (decided.getOrDefault("answer", "").equals("allow")
                ? "code=" + state.tokens().code(grant(decided), back)
                : "error=access_denied")
            + "&state="
            + Form.encoded(decided.getOrDefault("state", ""));
    response
        .status(Status.FOUND_302)
        .header(HeaderNames.LOCATION, back + (back.contains("?") ? "&" : "?") + query)
        .send();
  }

  private Grant grant(Map<String, String> decided) {
    var team = decided.getOrDefault("team", FIRST_TEAM);
    var channel =
        state
            .workspace(team)
            .find(decided.getOrDefault("channel", FIRST_CHANNEL))
            .orElseThrow(() -> new IllegalArgumentException("No such channel in " + team));
    var scopes =
        Arrays.stream(decided.getOrDefault("scope", "").split(",", -1))
            .filter(scope -> !scope.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new Grant(team, decided.getOrDefault("client_id", ""), scopes, channel.id());
  }

  private Map<String, Object> access(ServerRequest request) {
    var form = Form.read(request);
    var clientId = clientId(request, form);
    var issued =
        switch (form.getOrDefault("grant_type", "authorization_code")) {
          case "authorization_code" -> state.tokens().exchange(form, clientId);
          case "refresh_token" -> state.tokens().refresh(form, clientId);
          default -> throw SlackError.of("invalid_grant_type");
        };
    var grant = issued.grant();
    var workspace = state.workspace(grant.teamId());
    var answer = new LinkedHashMap<>(issued.fields());
    answer.put("bot_user_id", "U0000000001");
    answer.put("app_id", "A0000000001");
    answer.put("team", Map.of("id", workspace.teamId(), "name", workspace.name()));
    answer.put("enterprise", null);
    answer.put("is_enterprise_install", false);
    answer.put("authed_user", Map.of("id", "U0000000002"));
    if (grant.scopes().contains("incoming-webhook")) {
      answer.put("incoming_webhook", webhook(workspace, grant));
    }
    return answer;
  }

  private Map<String, Object> webhook(Workspace workspace, Grant grant) {
    var channel = workspace.find(grant.channel()).orElseThrow();
    return Map.of(
        "channel",
        (channel.isPrivate() ? "" : "#") + channel.name(),
        "channel_id",
        channel.id(),
        "configuration_url",
        sandbox.get() + "/slack/messages",
        "url",
        "%s/slack/services/%s/%s/secret"
            .formatted(sandbox.get(), workspace.teamId(), channel.id()));
  }

  /** Of HTTP Basic, or of the form; whatever secret comes with it is right. */
  private static String clientId(ServerRequest request, Map<String, String> form) {
    var header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    var pair =
        header.startsWith("Basic ")
            ? new String(
                Base64.getDecoder().decode(header.substring("Basic ".length())),
                StandardCharsets.UTF_8)
            : form.getOrDefault("client_id", "") + ":" + form.getOrDefault("client_secret", "");
    int colon = pair.indexOf(':');
    if (colon <= 0) {
      throw SlackError.of("invalid_client_id");
    }
    if (colon == pair.length() - 1) {
      throw SlackError.of("bad_client_secret");
    }
    return pair.substring(0, colon);
  }
}
