package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.InvitationId;
import com.hekax.phone.accounts.team.Invitations;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Takes an invitation back. */
@Route(value = "DELETE /api/team/invitations/{invitationId}", needs = Permission.TEAM_MANAGE)
public final class DeleteTeamInvitationHandler extends ApiHandler {
  private final Invitations invitations;

  public DeleteTeamInvitationHandler() {
    this(AccountsWiring.invitations());
  }

  DeleteTeamInvitationHandler(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    invitations.withdraw(request.member(), request.path("invitationId", InvitationId::parse));
    return ApiResponse.noContent();
  }
}
