package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Team;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Takes a member out of the team; everybody may take out themselves. */
@Route(value = "DELETE /api/team/{userId}", needs = Permission.SIGNED_IN)
public final class DeleteTeamMemberHandler extends ApiHandler {
  private final Team team;

  public DeleteTeamMemberHandler() {
    this(AccountsWiring.team());
  }

  DeleteTeamMemberHandler(Team team) {
    this.team = team;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    team.remove(request.member(), request.path("userId", UserId::parse));
    return ApiResponse.noContent();
  }
}
