package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.closing.ClosingWiring;
import com.hekax.phone.accounts.closing.Closings;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Closes the organization, in thirty days for good. */
@Route(value = "POST /api/organization/closing", needs = Permission.ORGANIZATION_OWN)
public final class CreateOrganizationClosingHandler extends ApiHandler {
  private final Closings closings;

  public CreateOrganizationClosingHandler() {
    this(ClosingWiring.closings());
  }

  CreateOrganizationClosingHandler(Closings closings) {
    this.closings = closings;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var body = request.body(Close.class);
    closings.begin(request.member(), body.name(), body.password(), request.address());
    return ApiResponse.noContent();
  }

  record Close(String name, String password) {}
}
