package com.hekax.phone.calls.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.calls.CallMessage;
import com.hekax.phone.calls.Calls;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;

/** Shows one call with the messages that were left in it. */
@Route(value = "GET /api/calls/{callId}", needs = Permission.CALLS_READ)
public final class GetCallHandler extends ApiHandler {
  private final Calls calls;

  public GetCallHandler() {
    this(CallsWiring.calls());
  }

  GetCallHandler(Calls calls) {
    this.calls = calls;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var found = calls.get(request.organization(), request.path("callId", CallId::parse));
    return ApiResponse.ok(new CallWithMessages(CallBody.of(found.call()), found.messages()));
  }

  record CallWithMessages(@JsonUnwrapped CallBody call, List<CallMessage> messages) {}
}
