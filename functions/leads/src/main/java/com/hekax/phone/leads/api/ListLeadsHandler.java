package com.hekax.phone.leads.api;

import com.hekax.phone.leads.LeadFilter;
import com.hekax.phone.leads.LeadSource;
import com.hekax.phone.leads.LeadStage;
import com.hekax.phone.leads.Leads;
import com.hekax.phone.leads.LeadsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;

/** Lists the organization's leads, newest first. */
@Route(value = "GET /api/leads", needs = Permission.LEADS_READ)
public final class ListLeadsHandler extends ApiHandler {
  private final Leads leads;

  public ListLeadsHandler() {
    this(LeadsWiring.leads());
  }

  ListLeadsHandler(Leads leads) {
    this.leads = leads;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var filter =
        new LeadFilter(
            request.query("stage", LeadStage::valueOf),
            request.query("source", LeadSource::valueOf),
            request.query("assignedTo", LeadFilter.Assignment::parse),
            request.query("createdFrom", Instant::parse),
            request.query("createdBefore", Instant::parse));
    var page = leads.page(request.organization(), filter, request.page());
    return ApiResponse.ok(page.map(LeadBody::of));
  }
}
