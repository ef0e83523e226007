package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.organization.Organizations;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Shows who the organization is and how people sign in to it. */
@Route(value = "GET /api/organization", needs = Permission.TEAM_READ)
public final class GetOrganizationHandler extends ApiHandler {
  private final Organizations organizations;

  public GetOrganizationHandler() {
    this(AccountsWiring.organizations());
  }

  GetOrganizationHandler(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(OrganizationBody.of(organizations.get(request.organization())));
  }
}
