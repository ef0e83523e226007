package com.hekax.phone.leads.api;

import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.leads.Leads;
import com.hekax.phone.leads.LeadsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Shows one lead. */
@Route(value = "GET /api/leads/{leadId}", needs = Permission.LEADS_READ)
public final class GetLeadHandler extends ApiHandler {
  private final Leads leads;

  public GetLeadHandler() {
    this(LeadsWiring.leads());
  }

  GetLeadHandler(Leads leads) {
    this.leads = leads;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var lead = leads.get(request.organization(), request.path("leadId", LeadId::parse));
    return ApiResponse.ok(LeadBody.of(lead));
  }
}
