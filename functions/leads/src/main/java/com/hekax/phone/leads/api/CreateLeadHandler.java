package com.hekax.phone.leads.api;

import com.hekax.phone.contracts.UserId;
import com.hekax.phone.leads.LeadFields;
import com.hekax.phone.leads.LeadStage;
import com.hekax.phone.leads.Leads;
import com.hekax.phone.leads.LeadsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Optional;

/** Adds a lead by hand. */
@Route(value = "POST /api/leads", needs = Permission.LEADS_WRITE)
public final class CreateLeadHandler extends ApiHandler {
  private final Leads leads;

  public CreateLeadHandler() {
    this(LeadsWiring.leads());
  }

  CreateLeadHandler(Leads leads) {
    this.leads = leads;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var lead = leads.create(request.principal(), request.body(NewLead.class).fields());
    return ApiResponse.created("/api/leads/" + lead.id(), LeadBody.of(lead));
  }

  record NewLead(
      String name,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> company,
      Optional<String> need,
      Optional<UserId> assignedTo) {

    LeadFields fields() {
      return new LeadFields(name, phone, email, company, need, LeadStage.NEW, assignedTo);
    }
  }
}
