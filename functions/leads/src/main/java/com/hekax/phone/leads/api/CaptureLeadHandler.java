package com.hekax.phone.leads.api;

import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.leads.CallLeads;
import com.hekax.phone.leads.Caller;
import com.hekax.phone.leads.LeadsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Permission;

/** Saves who is calling and what they want; a tool of the receptionist. */
@Route(value = "POST /api/leads/tools/capture-lead", needs = Permission.CALL)
public final class CaptureLeadHandler extends ApiHandler {
  private final CallLeads leads;

  public CaptureLeadHandler() {
    this(LeadsWiring.callLeads());
  }

  CaptureLeadHandler(CallLeads leads) {
    this.leads = leads;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var call = new OngoingCall(request.organization(), request.call());
    return ApiResponse.ok(new Captured(true, leads.capture(call, request.body(Caller.class))));
  }

  record Captured(boolean ok, LeadId leadId) {}
}
