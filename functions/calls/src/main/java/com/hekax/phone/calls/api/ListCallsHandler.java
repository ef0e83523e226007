package com.hekax.phone.calls.api;

import com.hekax.phone.calls.CallDirection;
import com.hekax.phone.calls.CallFilter;
import com.hekax.phone.calls.CallOutcome;
import com.hekax.phone.calls.CallStatus;
import com.hekax.phone.calls.Calls;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;

/** Lists the organization's calls, newest first. */
@Route(value = "GET /api/calls", needs = Permission.CALLS_READ)
public final class ListCallsHandler extends ApiHandler {
  private final Calls calls;

  public ListCallsHandler() {
    this(CallsWiring.calls());
  }

  ListCallsHandler(Calls calls) {
    this.calls = calls;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var filter =
        new CallFilter(
            request.query("live", Boolean::valueOf).orElse(false),
            request.query("status", CallStatus::valueOf),
            request.query("outcome", CallOutcome::valueOf),
            request.query("direction", CallDirection::valueOf),
            request.query("startedFrom", Instant::parse),
            request.query("startedBefore", Instant::parse),
            request.query("caller"),
            request.query("leadId", LeadId::parse));
    var page = calls.page(request.organization(), filter, request.page());
    return ApiResponse.ok(page.map(CallBody::of));
  }
}
