package com.hekax.phone.crm.hubspot;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.crm.Grant;
import com.hekax.phone.crm.Grant.Given;
import com.hekax.phone.crm.Grant.Refused;
import com.hekax.phone.crm.Grant.Unavailable;
import com.hekax.phone.crm.Revocation;
import com.hekax.phone.crm.Tokens;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an organization lets us into its HubSpot portal: the OAuth endpoints of the date version
 * 2026-03 (its published specification and "Migrate from the OAuth v1 API", read 2026-11-22). The
 * former ones end on 2027-02-16.
 */
public final class HubSpotOAuth {
  /** What we cannot work without; writing contacts includes writing calls. */
  public static final Set<String> SCOPES =
      Set.of("oauth", "crm.objects.contacts.read", "crm.objects.contacts.write");

  private static final String TOKEN = "/oauth/2026-03/token";
  private static final Duration OUTAGE = Duration.ofMinutes(1);
  private static final Duration OUR_MISTAKE = Duration.ofMinutes(15);

  /** It is busy, or our id or secret is wrong: neither says anything of a token. */
  private static final Set<Integer> NOT_HEARD = Set.of(401, 403, 429);

  /** Words for a code or a token that is no good any more. */
  private static final Set<String> NO_GOOD =
      Set.of("BAD_REFRESH_TOKEN", "BAD_AUTH_CODE", "EXPIRED_AUTH_CODE", "invalid_grant");

  private final VendorHttp http;
  private final String pages;
  private final String callback;
  private final Secrets secrets;

  /**
   * HubSpot as an authorization server.
   *
   * @param pages the host that shows people the question
   * @param callback where their browser is sent back to
   */
  public HubSpotOAuth(VendorHttp http, String pages, String callback, Secrets secrets) {
    this.http = http;
    this.pages = pages;
    this.callback = callback;
    this.secrets = secrets;
  }

  /** The secret {@code hubspot}: our app there. */
  private record App(String clientId, String clientSecret) {}

  private record TokenAnswer(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("refresh_token") String refreshToken,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("hub_id") long hubId,
      Optional<List<String>> scopes) {}

  private record Introspection(@JsonProperty("hub_domain") Optional<String> hubDomain) {}

  private record ErrorBody(
      Optional<String> status,
      Optional<String> category,
      Optional<String> error,
      Optional<String> message) {

    boolean saysNoGood() {
      return List.of(status, category, error).stream()
          .flatMap(Optional::stream)
          .anyMatch(NO_GOOD::contains);
    }
  }

  /**
   * Where a browser is sent to ask its user.
   *
   * @param challenge of PKCE, made by S256
   */
  public String page(String state, String challenge) {
    var query = new LinkedHashMap<String, String>();
    query.put("client_id", app().clientId());
    query.put("redirect_uri", callback);
    query.put("scope", SCOPES.stream().sorted().collect(Collectors.joining(" ")));
    query.put("state", state);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    return pages
        + "/oauth/authorize?"
        + query.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** The tokens for a code; a code serves once. */
  public Grant exchange(String code, String verifier) {
    return ask(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", callback,
            "code_verifier", verifier));
  }

  /** New tokens for the refresh token. */
  public Grant renew(String refreshToken) {
    return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** The portal's name, when HubSpot tells it now. */
  public Optional<String> accountName(String accessToken) {
    var answer =
        http.postForm(
            TOKEN + "/introspect",
            withApp(Map.of("token", accessToken, "token_type_hint", "access_token")));
    return answer instanceof Answered answered && answered.status() == 200
        ? answered.as(Introspection.class).hubDomain()
        : Optional.empty();
  }

  /** Gives the access back. */
  public Revocation revoke(String refreshToken) {
    var answer =
        http.postForm(
            TOKEN + "/revoke",
            withApp(Map.of("token", refreshToken, "token_type_hint", "refresh_token")));
    return switch (answer) {
      case Answered answered when answered.status() / 100 == 2 -> Revocation.NOTED;
      case Answered answered when NOT_HEARD.contains(answered.status()) -> Revocation.UNHEARD;
      case Answered answered when answered.status() / 100 == 4 -> Revocation.REFUSED;
      case Answered _, Throttled _, Unreachable _ -> Revocation.UNHEARD;
    };
  }

  private Grant ask(Map<String, String> form) {
    var answer = http.postForm(TOKEN, withApp(form));
    return switch (answer) {
      case Answered answered when answered.status() == 200 -> given(answered);
      case Answered answered when answered.status() / 100 == 4 -> refused(answered);
      case Answered _, Unreachable _ -> new Unavailable(OUTAGE);
      case Throttled(var retryAfter) -> new Unavailable(retryAfter);
    };
  }

  private static Grant given(Answered answered) {
    var body = answered.as(TokenAnswer.class);
    return new Given(
        new Tokens(body.accessToken(), body.refreshToken()),
        Duration.ofSeconds(body.expiresIn()),
        Set.copyOf(body.scopes().orElse(List.of())),
        Long.toString(body.hubId()));
  }

  private static Grant refused(Answered answered) {
    var error = errorOf(answered);
    if (error.filter(ErrorBody::saysNoGood).isPresent()) {
      return new Refused("HubSpot does not accept our access any more. Connect it again.");
    }
    // Our id, secret or address is wrong: no organization can mend that.
    Log.error("HubSpot refuses our app", field("status", answered.status()));
    return new Unavailable(OUR_MISTAKE);
  }

  private static Optional<ErrorBody> errorOf(Answered answered) {
    try {
      return Optional.of(answered.as(ErrorBody.class));
    } catch (UnreadableAnswerException e) {
      return Optional.empty();
    }
  }

  /** In the body and never in the query, which proxies log. */
  private Map<String, String> withApp(Map<String, String> form) {
    var all = new LinkedHashMap<>(form);
    all.put("client_id", app().clientId());
    all.put("client_secret", app().clientSecret());
    return all;
  }

  private App app() {
    return secrets.get("hubspot", App.class);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
