package com.hekax.phone.sandbox.hubspot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may do what: codes that serve once within half a minute, access tokens that end, refresh
 * tokens that do not until they are revoked. Neither codes nor tokens outlive the process.
 */
final class OAuthServer {
  private static final Duration CODE_LIFE = Duration.ofSeconds(30);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int USER = 123;
  private static final int APP = 4711;

  private final InstantSource clock;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Map<String, AccessToken> accessTokens = new ConcurrentHashMap<>();
  private volatile Duration accessLife = Duration.ofMinutes(30);

  OAuthServer(InstantSource clock) {
    this.clock = clock;
  }

  /** What somebody has agreed to. */
  record Grant(long hubId, String clientId, Set<String> scopes) {}

  private record Code(Grant grant, String redirectUri, String challenge, Instant until) {}

  private record AccessToken(Grant grant, String refreshToken, Instant until) {}

  /** How long access tokens are good that are given from now on. */
  void accessLife(Duration life) {
    accessLife = life;
  }

  /**
   * A code for what somebody has agreed to.
   *
   * @param challenge of PKCE by S256; empty for none
   */
  String code(Grant grant, String redirectUri, String challenge) {
    var code = random();
    codes.put(code, new Code(grant, redirectUri, challenge, clock.instant().plus(CODE_LIFE)));
    return code;
  }

  /** The token endpoint. */
  Map<String, Object> token(Map<String, String> form) {
    requireApp(form);
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> {
        var refreshToken = form.getOrDefault("refresh_token", "");
        var grant = grants.get(refreshToken);
        if (grant == null || !grant.clientId().equals(form.get("client_id"))) {
          throw HubSpotError.token("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
        }
        yield tokens(grant, refreshToken);
      }
      default -> throw HubSpotError.token("BAD_GRANT_TYPE", "missing or unknown grant type");
    };
  }

  private Map<String, Object> exchange(Map<String, String> form) {
    var code = codes.remove(form.getOrDefault("code", ""));
    if (code == null || !clock.instant().isBefore(code.until())) {
      throw HubSpotError.token("BAD_AUTH_CODE", "missing or unknown auth code");
    }
    if (!code.redirectUri().equals(form.get("redirect_uri"))) {
      throw HubSpotError.token("MISMATCH_REDIRECT_URI_AUTH_CODE", "redirect_uri does not match");
    }
    if (!code.grant().clientId().equals(form.get("client_id"))) {
      throw HubSpotError.token("BAD_CLIENT_ID", "missing or unknown client id");
    }
    if (!code.challenge().isEmpty()
        && !code.challenge().equals(s256(form.getOrDefault("code_verifier", "")))) {
      throw HubSpotError.token("BAD_AUTH_CODE", "code_verifier does not fit the code_challenge");
    }
    var refreshToken = "na1-" + random();
    grants.put(refreshToken, code.grant());
    return tokens(code.grant(), refreshToken);
  }

  private Map<String, Object> tokens(Grant grant, String refreshToken) {
    // Longer than most expect: HubSpot says to allow for 512 characters.
    var access = "CJ" + random() + random() + random() + random();
    accessTokens.put(
        access, new AccessToken(grant, refreshToken, clock.instant().plus(accessLife)));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("token_type", "bearer");
    answer.put("access_token", access);
    answer.put("refresh_token", refreshToken);
    answer.put("expires_in", accessLife.toSeconds());
    answer.put("hub_id", grant.hubId());
    answer.put("user_id", USER);
    answer.put("scopes", List.copyOf(grant.scopes()));
    answer.put("token_use", "access_token");
    return answer;
  }

  /** All tokens that are known. */
  Set<String> tokens() {
    var all = new TreeSet<>(accessTokens.keySet());
    all.addAll(grants.keySet());
    return all;
  }

  /** What is known of an access token. */
  Map<String, Object> introspect(Map<String, String> form) {
    requireApp(form);
    var name = form.getOrDefault("token", "");
    var token = accessTokens.get(name);
    if (token == null) {
      throw HubSpotError.of(404, "OBJECT_NOT_FOUND", "Token not found");
    }
    boolean active = clock.instant().isBefore(token.until());
    var answer = new LinkedHashMap<String, Object>();
    answer.put("active", active);
    answer.put("token", name);
    answer.put("token_type", "bearer");
    answer.put("token_use", "access_token");
    answer.put("client_id", token.grant().clientId());
    answer.put("app_id", APP);
    answer.put("hub_id", token.grant().hubId());
    answer.put("hub_domain", "portal-" + token.grant().hubId() + ".example");
    answer.put("user_id", USER);
    answer.put("is_private_distribution", false);
    answer.put("scopes", List.copyOf(token.grant().scopes()));
    answer.put(
        "expires_in", Math.max(0, Duration.between(clock.instant(), token.until()).toSeconds()));
    return answer;
  }

  /** Ends a refresh token and the access tokens that came of it. */
  void revoke(Map<String, String> form) {
    requireApp(form);
    revoke(form.getOrDefault("token", ""));
  }

  /** Ends all access to a portal, as its owner does who removes the app there. */
  void uninstall(long hubId) {
    grants.entrySet().stream()
        .filter(grant -> grant.getValue().hubId() == hubId)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::revoke);
  }

  private void revoke(String refreshToken) {
    grants.remove(refreshToken);
    accessTokens.values().removeIf(token -> token.refreshToken().equals(refreshToken));
  }

  /** Ends access tokens alone: refresh tokens give new ones. */
  void expireAccess() {
    accessTokens.replaceAll(
        (_, token) -> new AccessToken(token.grant(), token.refreshToken(), clock.instant()));
  }

  /** Whether any refresh token of a portal is good. */
  boolean isInstalled(long hubId) {
    return grants.values().stream().anyMatch(grant -> grant.hubId() == hubId);
  }

  /** Whose access token this is; refused in HubSpot's words when it is none or has ended. */
  Grant authorize(String token, String scope) {
    var known = Optional.ofNullable(accessTokens.get(token));
    if (known.isEmpty()) {
      throw HubSpotError.of(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
    }
    if (!clock.instant().isBefore(known.get().until())) {
      throw HubSpotError.of(
          401, "EXPIRED_AUTHENTICATION", "The OAuth token used to make this call expired.");
    }
    var grant = known.get().grant();
    if (!grant.scopes().contains(scope)) {
      throw HubSpotError.of(
          403,
          "MISSING_SCOPES",
          "This app hasn't been granted all required scopes to make this call: " + scope);
    }
    return grant;
  }

  private static void requireApp(Map<String, String> form) {
    if (form.getOrDefault("client_id", "").isEmpty()) {
      throw HubSpotError.token("BAD_CLIENT_ID", "missing or unknown client id");
    }
    if (form.getOrDefault("client_secret", "").isEmpty()) {
      throw HubSpotError.token("BAD_CLIENT_SECRET", "missing or invalid client secret");
    }
  }

  private static String s256(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
