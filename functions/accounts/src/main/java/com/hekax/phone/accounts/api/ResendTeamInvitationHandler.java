package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.InvitationId;
import com.hekax.phone.accounts.team.Invitations;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Writes once more to somebody who was asked to join. */
@Route(value = "POST /api/team/invitations/{invitationId}/resend", needs = Permission.TEAM_MANAGE)
public final class ResendTeamInvitationHandler extends ApiHandler {
  private final Invitations invitations;

  public ResendTeamInvitationHandler() {
    this(AccountsWiring.invitations());
  }

  ResendTeamInvitationHandler(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var invitation =
        invitations.resend(request.member(), request.path("invitationId", InvitationId::parse));
    return ApiResponse.ok(invitation);
  }
}
