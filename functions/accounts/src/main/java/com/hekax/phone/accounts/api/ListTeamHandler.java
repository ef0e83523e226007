package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Team;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Optional;

/** Lists who belongs to the organization, by name. */
@Route(value = "GET /api/team", needs = Permission.TEAM_READ)
public final class ListTeamHandler extends ApiHandler {
  private final Team team;

  public ListTeamHandler() {
    this(AccountsWiring.team());
  }

  ListTeamHandler(Team team) {
    this.team = team;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    // Whole: a team is as many people as know each other.
    return ApiResponse.ok(new Page<>(team.list(request.organization()), Optional.empty()));
  }
}
