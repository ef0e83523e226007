package com.hekax.phone.crm.api;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.crm.CrmLink;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.crm.LinkKind;
import com.hekax.phone.crm.LinkState;
import com.hekax.phone.crm.Links;
import com.hekax.phone.crm.Provider;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Lists where leads and calls are in the CRM, newest first; of one lead or call when asked so. */
@Route(value = "GET /api/crm/links", needs = Permission.LEADS_READ)
public final class ListCrmLinksHandler extends ApiHandler {
  private final Links links;

  public ListCrmLinksHandler() {
    this(CrmWiring.links());
  }

  ListCrmLinksHandler(Links links) {
    this.links = links;
  }

  private record LinkBody(
      Provider provider,
      LinkKind kind,
      LeadId leadId,
      Optional<CallId> callId,
      Optional<String> externalId,
      Optional<String> url,
      LinkState state,
      Optional<Instant> syncedAt,
      Optional<String> error) {

    static LinkBody of(CrmLink link) {
      return new LinkBody(
          link.provider(),
          link.kind(),
          link.leadId(),
          link.callId(),
          link.externalId(),
          link.url(),
          link.state(),
          link.syncedAt(),
          link.error());
    }
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page =
        links.page(
            request.organization(),
            request.query("leadId", LeadId::parse),
            request.query("callId", CallId::parse),
            request.page());
    return ApiResponse.ok(page.map(LinkBody::of));
  }
}
