package com.hekax.phone.telephony.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.telephony.LiveCalls;
import com.hekax.phone.telephony.TelephonyWiring;
import java.util.Map;

/** The assistant has said goodbye: the call ends. */
@Route(value = "POST /api/bridge/hangups", needs = Permission.CALL)
public final class CreateBridgeHangupHandler extends ApiHandler {
  private final LiveCalls calls;

  public CreateBridgeHangupHandler() {
    this(TelephonyWiring.liveCalls());
  }

  CreateBridgeHangupHandler(LiveCalls calls) {
    this.calls = calls;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    calls.hangUp(request.organization(), request.call());
    return ApiResponse.json(202, Map.of());
  }
}
