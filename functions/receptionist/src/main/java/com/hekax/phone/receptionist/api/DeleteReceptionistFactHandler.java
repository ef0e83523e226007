package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.FactId;
import com.hekax.phone.receptionist.Facts;
import com.hekax.phone.receptionist.ReceptionistWiring;

/** Removes a fact. */
@Route(
    value = "DELETE /api/receptionist/facts/{receptionistFactId}",
    needs = Permission.RECEPTIONIST_MANAGE)
public final class DeleteReceptionistFactHandler extends ApiHandler {
  private final Facts facts;

  public DeleteReceptionistFactHandler() {
    this(ReceptionistWiring.facts());
  }

  DeleteReceptionistFactHandler(Facts facts) {
    this.facts = facts;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    facts.delete(request.organization(), request.path("receptionistFactId", FactId::parse));
    return ApiResponse.noContent();
  }
}
