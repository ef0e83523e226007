package com.hekax.phone.platform.http;

import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A principal as the gateway carries it from an authorizer to a route: a few texts. */
public final class PrincipalClaims {
  private static final String ORGANIZATION = "organizationId";
  private static final String USER = "userId";
  private static final String ROLE = "role";
  private static final String SESSION = "sessionId";
  private static final String RESTRICTED = "restricted";
  private static final String KEY = "apiKeyId";
  private static final String SCOPES = "scopes";
  private static final String CALL = "callId";

  /** What the authorizer says of who is asking. */
  public static Map<String, String> of(Principal principal) {
    var organization = principal.organization().toString();
    return switch (principal) {
      case Member member -> of(organization, member);
      case ApiKeyHolder(_, var key, var scopes) ->
          Map.of(ORGANIZATION, organization, KEY, key.toString(), SCOPES, text(scopes));
      case OngoingCall(_, var call) -> Map.of(ORGANIZATION, organization, CALL, call.toString());
    };
  }

  private static Map<String, String> of(String organization, Member member) {
    var claims = new HashMap<String, String>();
    claims.put(ORGANIZATION, organization);
    claims.put(USER, member.user().toString());
    claims.put(ROLE, member.role().name());
    claims.put(SESSION, member.session().toString());
    if (member.restricted()) {
      claims.put(RESTRICTED, "true");
    }
    return Map.copyOf(claims);
  }

  static Principal read(Map<String, String> claims) {
    var organization = OrganizationId.parse(claims.getOrDefault(ORGANIZATION, ""));
    if (claims.containsKey(CALL)) {
      return new OngoingCall(organization, CallId.parse(claims.getOrDefault(CALL, "")));
    }
    if (claims.containsKey(KEY)) {
      return new ApiKeyHolder(
          organization,
          ApiKeyId.parse(claims.getOrDefault(KEY, "")),
          scopes(claims.getOrDefault(SCOPES, "")));
    }
    return new Member(
        organization,
        UserId.parse(claims.getOrDefault(USER, "")),
        Role.valueOf(claims.getOrDefault(ROLE, "")),
        SessionId.parse(claims.getOrDefault(SESSION, "")),
        Boolean.parseBoolean(claims.get(RESTRICTED)));
  }

  private static String text(Set<Permission> scopes) {
    return scopes.stream().map(Permission::name).sorted().collect(Collectors.joining(" "));
  }

  private static Set<Permission> scopes(String text) {
    return Arrays.stream(text.split(" "))
        .filter(name -> !name.isEmpty())
        .map(Permission::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private PrincipalClaims() {}
}
