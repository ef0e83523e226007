package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Team;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;

/** Gives a member another role. */
@Route(value = "PATCH /api/team/{userId}", needs = Permission.TEAM_MANAGE)
public final class UpdateTeamMemberHandler extends ApiHandler {
  private final Team team;

  public UpdateTeamMemberHandler() {
    this(AccountsWiring.team());
  }

  UpdateTeamMemberHandler(Team team) {
    this.team = team;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var member =
        team.changeRole(
            request.member(),
            request.path("userId", UserId::parse),
            request.body(Edit.class).role());
    return ApiResponse.ok(member);
  }

  record Edit(Role role) {}
}
