package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Invitations;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Optional;

/** Lists who was asked to join and has not yet, newest first. */
@Route(value = "GET /api/team/invitations", needs = Permission.TEAM_MANAGE)
public final class ListTeamInvitationsHandler extends ApiHandler {
  private final Invitations invitations;

  public ListTeamInvitationsHandler() {
    this(AccountsWiring.invitations());
  }

  ListTeamInvitationsHandler(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(new Page<>(invitations.list(request.organization()), Optional.empty()));
  }
}
