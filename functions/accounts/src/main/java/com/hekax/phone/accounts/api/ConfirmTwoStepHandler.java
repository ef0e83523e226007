package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Turns two-step sign-in on and shows the recovery codes this once. */
@Route(value = "POST /api/me/two-step/confirm", needs = Permission.OWN_ACCOUNT)
public final class ConfirmTwoStepHandler extends ApiHandler {
  private final TwoSteps twoSteps;

  public ConfirmTwoStepHandler() {
    this(TwoStepWiring.twoSteps());
  }

  ConfirmTwoStepHandler(TwoSteps twoSteps) {
    this.twoSteps = twoSteps;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var codes = twoSteps.confirm(request.user(), request.body(Confirmation.class).code());
    return RecoveryCodesBody.answer(codes);
  }

  record Confirmation(String code) {}
}
