package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.ReceptionistWiring;
import com.hekax.phone.receptionist.Receptionists;

/** Shows how callers are received. */
@Route(value = "GET /api/receptionist", needs = Permission.SIGNED_IN)
public final class GetReceptionistHandler extends ApiHandler {
  private final Receptionists receptionists;

  public GetReceptionistHandler() {
    this(ReceptionistWiring.receptionists());
  }

  GetReceptionistHandler(Receptionists receptionists) {
    this.receptionists = receptionists;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(ReceptionistBody.of(receptionists.get(request.organization())));
  }
}
