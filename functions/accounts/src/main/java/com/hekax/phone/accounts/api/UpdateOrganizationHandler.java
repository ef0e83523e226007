package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.organization.OrganizationSettings;
import com.hekax.phone.accounts.organization.Organizations;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Changes the named settings of the organization. */
@Route(value = "PATCH /api/organization", needs = Permission.ORGANIZATION_MANAGE)
public final class UpdateOrganizationHandler extends ApiHandler {
  private final Organizations organizations;

  public UpdateOrganizationHandler() {
    this(AccountsWiring.organizations());
  }

  UpdateOrganizationHandler(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var organization =
        organizations.update(
            request.organization(),
            request.body(Edit.class).version(),
            settings -> request.patched(settings, OrganizationSettings.class));
    return ApiResponse.ok(OrganizationBody.of(organization));
  }

  /** The version the edit was made on; the rest of the body is a merge patch over the settings. */
  record Edit(int version) {}
}
