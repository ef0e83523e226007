package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Joining;
import com.hekax.phone.accounts.team.Welcome;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;

/** Says what an invitation is for, to whoever has its link. */
@Route(value = "POST /api/auth/invitations/look-up", needs = Permission.PUBLIC)
public final class LookUpInvitationHandler extends ApiHandler {
  private final Joining joining;

  public LookUpInvitationHandler() {
    this(AccountsWiring.joining());
  }

  LookUpInvitationHandler(Joining joining) {
    this.joining = joining;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(WelcomeBody.of(joining.lookUp(request.body(LookUp.class).code())))
        .header("cache-control", "no-store");
  }

  record LookUp(String code) {}

  record WelcomeBody(
      String organizationName, String inviterName, String email, Role role, boolean hasAccount) {

    static WelcomeBody of(Welcome welcome) {
      return new WelcomeBody(
          welcome.organizationName(),
          welcome.inviterName(),
          welcome.email(),
          welcome.role(),
          welcome.hasAccount());
    }
  }
}
