package com.hekax.phone.sandbox.slack;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may do what: codes that serve once within ten minutes, and tokens of bots. Those do not end,
 * unless the app has token rotation: then they do after twelve hours, and a refresh token, which
 * serves once, gives new ones. Neither codes nor tokens outlive the process.
 */
final class TokenDesk {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, Access> accesses = new ConcurrentHashMap<>();
  private final Map<String, Grant> refreshes = new ConcurrentHashMap<>();
  private volatile boolean rotates;
  private volatile Duration accessLife = Duration.ofHours(12);

  TokenDesk(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What somebody has agreed to.
   *
   * @param channel the id of the one that was picked for the incoming webhook
   */
  record Grant(String teamId, String clientId, Set<String> scopes, String channel) {}

  private record Code(Grant grant, String redirectUri, Instant until) {}

  private record Access(Grant grant, Instant until, boolean isRevoked) {}

  /** Whether tokens that are given from now on rotate, and how long they are good then. */
  void rotation(boolean on, Duration life) {
    rotates = on;
    accessLife = life;
  }

  /** A code for what somebody has agreed to. */
  String code(Grant grant, String redirectUri) {
    var code = random();
    codes.put(code, new Code(grant, redirectUri, clock.instant().plus(CODE_LIFE)));
    return code;
  }

  /** Tokens, and whom they are of. */
  record Issued(Grant grant, Map<String, Object> fields) {}

  /** For a code. */
  Issued exchange(Map<String, String> form, String clientId) {
    var code = codes.remove(form.getOrDefault("code", ""));
    if (code == null || !clock.instant().isBefore(code.until())) {
      throw SlackError.of("invalid_code");
    }
    if (!code.redirectUri().equals(form.get("redirect_uri"))) {
      throw SlackError.of("bad_redirect_uri");
    }
    if (!code.grant().clientId().equals(clientId)) {
      throw SlackError.of("invalid_client_id");
    }
    return issue(code.grant());
  }

  /** For a refresh token, which has served. */
  Issued refresh(Map<String, String> form, String clientId) {
    var grant = refreshes.remove(form.getOrDefault("refresh_token", ""));
    if (grant == null || !grant.clientId().equals(clientId)) {
      throw SlackError.of("invalid_refresh_token");
    }
    return issue(grant);
  }

  private Issued issue(Grant grant) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("token_type", "bot");
    fields.put("scope", String.join(",", new TreeSet<>(grant.scopes())));
    if (rotates) {
      var access = "xoxe.xoxb-1-" + random();
      var refresh = "xoxe-1-" + random();
      accesses.put(access, new Access(grant, clock.instant().plus(accessLife), false));
      refreshes.put(refresh, grant);
      fields.put("access_token", access);
      fields.put("refresh_token", refresh);
      fields.put("expires_in", accessLife.toSeconds());
    } else {
      var access = "xoxb-" + random();
      accesses.put(access, new Access(grant, Instant.MAX, false));
      fields.put("access_token", access);
    }
    return new Issued(grant, fields);
  }

  /** All tokens that are known. */
  Set<String> tokens() {
    var all = new TreeSet<>(accesses.keySet());
    all.addAll(refreshes.keySet());
    return all;
  }

  /** Whose token this is; refused in Slack's words when it is none, has ended or lacks a scope. */
  Grant authorize(String token, String scope) {
    if (token.isEmpty()) {
      throw SlackError.of("not_authed");
    }
    var access = accesses.get(token);
    if (access == null) {
      throw SlackError.of("invalid_auth");
    }
    if (access.isRevoked()) {
      throw SlackError.of("token_revoked");
    }
    if (!clock.instant().isBefore(access.until())) {
      throw SlackError.of("token_expired");
    }
    var scopes = access.grant().scopes();
    if (!scope.isEmpty() && !scopes.contains(scope)) {
      throw SlackError.missingScope(scope, String.join(",", new TreeSet<>(scopes)));
    }
    return access.grant();
  }

  void revoke(String token) {
    accesses.computeIfPresent(
        token, (_, access) -> new Access(access.grant(), access.until(), true));
  }

  /** Ends all access to a workspace, as its owner does who removes the app there. */
  void uninstall(String teamId) {
    accesses.replaceAll(
        (_, access) ->
            access.grant().teamId().equals(teamId)
                ? new Access(access.grant(), access.until(), true)
                : access);
    refreshes.values().removeIf(grant -> grant.teamId().equals(teamId));
  }

  /** Ends access tokens that rotate; refresh tokens stay good. */
  void expireAccess() {
    accesses.replaceAll(
        (_, access) ->
            access.until().equals(Instant.MAX)
                ? access
                : new Access(access.grant(), clock.instant(), access.isRevoked()));
  }

  /** Whether anybody has access to a workspace. */
  boolean isInstalled(String teamId) {
    return accesses.values().stream()
        .anyMatch(access -> access.grant().teamId().equals(teamId) && !access.isRevoked());
  }

  private static String random() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
