package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Turns two-step sign-in off. */
@Route(value = "POST /api/me/two-step/disable", needs = Permission.OWN_ACCOUNT)
public final class DisableTwoStepHandler extends ApiHandler {
  private final TwoSteps twoSteps;

  public DisableTwoStepHandler() {
    this(TwoStepWiring.twoSteps());
  }

  DisableTwoStepHandler(TwoSteps twoSteps) {
    this.twoSteps = twoSteps;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var proof = request.body(PasswordAndCode.class);
    twoSteps.disable(request.user(), proof.password(), proof.code(), request.address());
    return ApiResponse.noContent();
  }
}
