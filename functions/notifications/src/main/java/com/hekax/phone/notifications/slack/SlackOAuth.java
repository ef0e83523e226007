package com.hekax.phone.notifications.slack;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.notifications.slack.Grant.Given;
import com.hekax.phone.notifications.slack.Grant.Place;
import com.hekax.phone.notifications.slack.Grant.Refused;
import com.hekax.phone.notifications.slack.Grant.Unavailable;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.UnreadableAnswerException;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an organization lets us into its Slack workspace: OAuth v2 ("Installing with OAuth", "Using
 * token rotation" and {@code oauth.v2.access} at docs.slack.dev, read 2026-11-22). Without PKCE: an
 * app that switches it on counts as a public client, whose refresh tokens end after thirty days.
 */
final class SlackOAuth {
  /**
   * What we cannot work without: to let somebody pick a channel, to write there, and to be a member
   * of it who finds again what he wrote.
   */
  static final List<String> SCOPES =
      List.of(
          "incoming-webhook", "chat:write", "channels:join", "channels:history", "groups:history");

  private static final String ACCESS = "/api/oauth.v2.access";
  private static final Duration OUTAGE = Duration.ofMinutes(1);
  private static final Duration OUR_MISTAKE = Duration.ofMinutes(15);

  /** Words for a code or a token that is no good any more. */
  private static final Set<String> NO_GOOD =
      Set.of(
          "invalid_code",
          "code_already_used",
          "invalid_refresh_token",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "invalid_auth");

  /** Words for a failure inside Slack. */
  private static final Set<String> FAILED_INSIDE =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private final VendorHttp http;
  private final SlackSettings settings;
  private final Secrets secrets;

  SlackOAuth(VendorHttp http, SlackSettings settings, Secrets secrets) {
    this.http = http;
    this.settings = settings;
    this.secrets = secrets;
  }

  /** The secret {@code slack}: our app there. */
  private record App(String clientId, String clientSecret) {}

  private record Team(String id, Optional<String> name) {}

  private record PickedChannel(String channel, @JsonProperty("channel_id") String channelId) {}

  private record TokenAnswer(
      boolean ok,
      Optional<String> error,
      @JsonProperty("access_token") Optional<String> accessToken,
      @JsonProperty("refresh_token") Optional<String> refreshToken,
      @JsonProperty("expires_in") Optional<Long> expiresIn,
      Optional<String> scope,
      Optional<Team> team,
      @JsonProperty("incoming_webhook") Optional<PickedChannel> picked) {}

  /** Where a browser is sent to ask its user, who picks a channel there. */
  String page(String state) {
    var query = new LinkedHashMap<String, String>();
    query.put("client_id", app().clientId());
    query.put("scope", String.join(",", SCOPES));
    query.put("redirect_uri", settings.callback());
    query.put("state", state);
    return settings.slack()
        + "/oauth/v2/authorize?"
        + query.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** The tokens for a code; a code serves once. */
  Grant exchange(String code) {
    return ask(Map.of("code", code, "redirect_uri", settings.callback()));
  }

  /** New tokens for the refresh token, which serves once. */
  Grant renew(String refreshToken) {
    return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private Grant ask(Map<String, String> form) {
    return switch (http.with("Authorization", app(app())).postForm(ACCESS, form)) {
      case Answered answered when answered.status() == 200 -> read(answered);
      case Answered _, Unreachable _ -> new Unavailable(OUTAGE);
      case Throttled(var retryAfter) -> new Unavailable(retryAfter);
    };
  }

  private static Grant read(Answered answered) {
    try {
      var body = answered.as(TokenAnswer.class);
      return body.ok() && body.accessToken().isPresent()
          ? given(body, body.accessToken().get())
          : refused(body.error().orElse("no reason"));
    } catch (UnreadableAnswerException e) {
      // Something between Slack and us may answer too, with a page for people.
      return new Unavailable(OUTAGE);
    }
  }

  private static Given given(TokenAnswer body, String access) {
    return new Given(
        new Tokens(access, body.refreshToken()),
        body.expiresIn().map(Duration::ofSeconds),
        Arrays.stream(body.scope().orElse("").split(",", -1))
            .collect(Collectors.toUnmodifiableSet()),
        body.team()
            .flatMap(
                team ->
                    body.picked()
                        .map(
                            picked ->
                                new Place(
                                    team.id(),
                                    team.name().orElse("Slack"),
                                    picked.channelId(),
                                    picked.channel()))));
  }

  private static Grant refused(String word) {
    if (NO_GOOD.contains(word)) {
      return new Refused("Slack does not accept our access any more. Connect it again.");
    }
    if (FAILED_INSIDE.contains(word)) {
      return new Unavailable(OUTAGE);
    }
    // Our id, secret or address is wrong: no organization can mend that.
    Log.error("Slack refuses our app", field("error", word));
    return new Unavailable(OUR_MISTAKE);
  }

  /** By HTTP Basic, as Slack prefers it to fields of the form. */
  private static String app(App app) {
    var pair = app.clientId() + ":" + app.clientSecret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private App app() {
    return secrets.get("slack", App.class);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
