package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.OwnOrganization;
import com.hekax.phone.accounts.OwnOrganizations;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Role;
import java.util.Optional;

/** Lists the organizations that the person belongs to. */
@Route(value = "GET /api/me/organizations", needs = Permission.OWN_ACCOUNT)
public final class ListOwnOrganizationsHandler extends ApiHandler {
  private final OwnOrganizations organizations;

  public ListOwnOrganizationsHandler() {
    this(AccountsWiring.ownOrganizations());
  }

  ListOwnOrganizationsHandler(OwnOrganizations organizations) {
    this.organizations = organizations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var items =
        organizations.of(request.user()).stream()
            .map(organization -> Item.of(organization, request.organization()))
            .toList();
    return ApiResponse.ok(new Page<>(items, Optional.empty()));
  }

  record Item(OrganizationId id, String name, Role role, boolean current) {
    static Item of(OwnOrganization organization, OrganizationId here) {
      return new Item(
          organization.id(),
          organization.name(),
          organization.role(),
          organization.id().equals(here));
    }
  }
}
