package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Team;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Hands the organization to another member. */
@Route(value = "POST /api/team/ownership", needs = Permission.ORGANIZATION_OWN)
public final class CreateTeamOwnershipHandler extends ApiHandler {
  private final Team team;

  public CreateTeamOwnershipHandler() {
    this(AccountsWiring.team());
  }

  CreateTeamOwnershipHandler(Team team) {
    this.team = team;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var body = request.body(HandOver.class);
    team.handOver(request.member(), body.userId(), body.password(), request.address());
    return ApiResponse.noContent();
  }

  record HandOver(UserId userId, String password) {}
}
