package com.hekax.phone.telephony.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.LiveCalls;
import com.hekax.phone.telephony.TelephonyWiring;
import java.util.Map;

/** The call leaves the assistant for a person. */
@Route(value = "POST /api/bridge/redirects", needs = Permission.CALL)
public final class CreateBridgeRedirectHandler extends ApiHandler {
  private final LiveCalls calls;

  public CreateBridgeRedirectHandler() {
    this(TelephonyWiring.liveCalls());
  }

  CreateBridgeRedirectHandler(LiveCalls calls) {
    this.calls = calls;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    switch (request.body(Redirect.class).reason()) {
      case TRANSFER -> calls.putThrough(request.organization(), request.call());
      case MODEL_FAILED -> calls.takeFromAssistant(request.organization(), request.call());
    }
    return ApiResponse.json(202, Map.of());
  }

  enum Reason {
    TRANSFER,
    MODEL_FAILED
  }

  record Redirect(Reason reason) {}
}
