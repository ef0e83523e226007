package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.ReceptionistSettings;
import com.hekax.phone.receptionist.ReceptionistWiring;
import com.hekax.phone.receptionist.Receptionists;

/** Changes how callers are received. */
@Route(value = "PUT /api/receptionist", needs = Permission.RECEPTIONIST_MANAGE)
public final class UpdateReceptionistHandler extends ApiHandler {
  private final Receptionists receptionists;

  public UpdateReceptionistHandler() {
    this(ReceptionistWiring.receptionists());
  }

  UpdateReceptionistHandler(Receptionists receptionists) {
    this.receptionists = receptionists;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var receptionist =
        receptionists.update(
            request.organization(),
            request.body(Edit.class).version(),
            request.body(ReceptionistSettings.class));
    return ApiResponse.ok(ReceptionistBody.of(receptionist));
  }

  /** The version the change was made on; the rest of the body is the settings. */
  record Edit(int version) {}
}
