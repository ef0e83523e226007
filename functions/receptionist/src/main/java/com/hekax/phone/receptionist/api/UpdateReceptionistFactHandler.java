package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.FactFields;
import com.hekax.phone.receptionist.FactId;
import com.hekax.phone.receptionist.Facts;
import com.hekax.phone.receptionist.ReceptionistWiring;

/** Changes the named fields of a fact. */
@Route(
    value = "PATCH /api/receptionist/facts/{receptionistFactId}",
    needs = Permission.RECEPTIONIST_MANAGE)
public final class UpdateReceptionistFactHandler extends ApiHandler {
  private final Facts facts;

  public UpdateReceptionistFactHandler() {
    this(ReceptionistWiring.facts());
  }

  UpdateReceptionistFactHandler(Facts facts) {
    this.facts = facts;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var fact =
        facts.update(
            request.organization(),
            request.path("receptionistFactId", FactId::parse),
            request.body(Edit.class).version(),
            fields -> request.patched(fields, FactFields.class));
    return ApiResponse.ok(FactBody.of(fact));
  }

  /** The version the edit was made on; the rest of the body is a merge patch over the fields. */
  record Edit(int version) {}
}
