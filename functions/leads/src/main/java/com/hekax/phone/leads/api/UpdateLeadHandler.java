package com.hekax.phone.leads.api;

import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.leads.LeadFields;
import com.hekax.phone.leads.Leads;
import com.hekax.phone.leads.LeadsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Changes the named fields of a lead. */
@Route(value = "PATCH /api/leads/{leadId}", needs = Permission.LEADS_WRITE)
public final class UpdateLeadHandler extends ApiHandler {
  private final Leads leads;

  public UpdateLeadHandler() {
    this(LeadsWiring.leads());
  }

  UpdateLeadHandler(Leads leads) {
    this.leads = leads;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var lead =
        leads.update(
            request.principal(),
            request.path("leadId", LeadId::parse),
            request.body(Edit.class).version(),
            fields -> request.patched(fields, LeadFields.class));
    return ApiResponse.ok(LeadBody.of(lead));
  }

  /** The version the edit was made on; the rest of the body is a merge patch over the fields. */
  record Edit(int version) {}
}
