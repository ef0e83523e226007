package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Gives new recovery codes in place of the former ones. */
@Route(value = "POST /api/me/two-step/recovery-codes", needs = Permission.OWN_ACCOUNT)
public final class CreateRecoveryCodesHandler extends ApiHandler {
  private final TwoSteps twoSteps;

  public CreateRecoveryCodesHandler() {
    this(TwoStepWiring.twoSteps());
  }

  CreateRecoveryCodesHandler(TwoSteps twoSteps) {
    this.twoSteps = twoSteps;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var proof = request.body(PasswordAndCode.class);
    return RecoveryCodesBody.answer(
        twoSteps.renewCodes(request.user(), proof.password(), proof.code(), request.address()));
  }
}
