package com.hekax.phone.platform.http;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Principal;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Map;

/** A principal as the gateway carries it from an authorizer to a route: a few texts. */
final class PrincipalClaims {
  private static final String ORGANIZATION = "organizationId";
  private static final String USER = "userId";
  private static final String ROLE = "role";
  private static final String CALL = "callId";

  static Map<String, String> of(Principal principal) {
    var organization = principal.organization().toString();
    return switch (principal) {
      case Member(_, var user, var role) ->
          Map.of(ORGANIZATION, organization, USER, user.toString(), ROLE, role.name());
      case OngoingCall(_, var call) -> Map.of(ORGANIZATION, organization, CALL, call.toString());
    };
  }

  static Principal read(Map<String, String> claims) {
    var organization = OrganizationId.parse(claims.getOrDefault(ORGANIZATION, ""));
    if (claims.containsKey(CALL)) {
      return new OngoingCall(organization, CallId.parse(claims.getOrDefault(CALL, "")));
    }
    return new Member(
        organization,
        UserId.parse(claims.getOrDefault(USER, "")),
        Role.valueOf(claims.getOrDefault(ROLE, "")));
  }

  private PrincipalClaims() {}
}
