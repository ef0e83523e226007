package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Invitation;
import com.hekax.phone.accounts.team.Invitations;
import com.hekax.phone.accounts.team.NewInvitation;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;

/** Asks people to join the organization, all of them or none. */
@Route(value = "POST /api/team/invitations", needs = Permission.TEAM_MANAGE)
public final class CreateTeamInvitationsHandler extends ApiHandler {
  private final Invitations invitations;

  public CreateTeamInvitationsHandler() {
    this(AccountsWiring.invitations());
  }

  CreateTeamInvitationsHandler(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var invited = invitations.invite(request.member(), request.body(Invite.class).invitations());
    return ApiResponse.json(201, new Invited(invited));
  }

  record Invite(List<NewInvitation> invitations) {}

  record Invited(List<Invitation> items) {}
}
