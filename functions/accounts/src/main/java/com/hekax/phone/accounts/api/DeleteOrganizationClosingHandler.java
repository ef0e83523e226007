package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.closing.ClosingWiring;
import com.hekax.phone.accounts.closing.Closings;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Keeps an organization that was to be closed. */
@Route(value = "DELETE /api/organization/closing", needs = Permission.ORGANIZATION_OWN)
public final class DeleteOrganizationClosingHandler extends ApiHandler {
  private final Closings closings;

  public DeleteOrganizationClosingHandler() {
    this(ClosingWiring.closings());
  }

  DeleteOrganizationClosingHandler(Closings closings) {
    this.closings = closings;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    closings.undo(request.member());
    return ApiResponse.noContent();
  }
}
