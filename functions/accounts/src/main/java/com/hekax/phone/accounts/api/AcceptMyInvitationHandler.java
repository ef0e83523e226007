package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.team.Joining;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Joins one more organization. */
@Route(value = "POST /api/me/invitations/accept", needs = Permission.OWN_ACCOUNT)
public final class AcceptMyInvitationHandler extends ApiHandler {
  private final Joining joining;

  public AcceptMyInvitationHandler() {
    this(AccountsWiring.joining());
  }

  AcceptMyInvitationHandler(Joining joining) {
    this.joining = joining;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var organization = joining.acceptAs(request.user(), request.body(Accept.class).code());
    return ApiResponse.ok(new Joined(organization));
  }

  record Accept(String code) {}

  record Joined(OrganizationId organizationId) {}
}
