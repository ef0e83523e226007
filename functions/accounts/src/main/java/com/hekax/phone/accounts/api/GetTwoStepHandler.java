package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Says whether the person signs in with two steps. */
@Route(value = "GET /api/me/two-step", needs = Permission.OWN_ACCOUNT)
public final class GetTwoStepHandler extends ApiHandler {
  private final TwoSteps twoSteps;

  public GetTwoStepHandler() {
    this(TwoStepWiring.twoSteps());
  }

  GetTwoStepHandler(TwoSteps twoSteps) {
    this.twoSteps = twoSteps;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var state = twoSteps.of(request.user());
    return ApiResponse.ok(
        new StateBody(state.since().isPresent(), state.since(), state.recoveryCodesLeft()));
  }

  record StateBody(boolean enabled, Optional<Instant> since, int recoveryCodesLeft) {}
}
