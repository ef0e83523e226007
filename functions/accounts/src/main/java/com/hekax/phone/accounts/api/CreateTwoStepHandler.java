package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Gives a secret for an authenticator app; it counts once it is confirmed. */
@Route(value = "POST /api/me/two-step", needs = Permission.OWN_ACCOUNT)
public final class CreateTwoStepHandler extends ApiHandler {
  private final TwoSteps twoSteps;

  public CreateTwoStepHandler() {
    this(TwoStepWiring.twoSteps());
  }

  CreateTwoStepHandler(TwoSteps twoSteps) {
    this.twoSteps = twoSteps;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var begun =
        twoSteps.begin(
            request.user(), request.body(NewTwoStep.class).password(), request.address());
    return ApiResponse.json(201, new SecretBody(begun.secret(), begun.uri()))
        .header("cache-control", "no-store")
        .asShownOnce();
  }

  record NewTwoStep(String password) {}

  record SecretBody(String secret, String uri) {}
}
