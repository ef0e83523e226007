package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.closing.Closing;
import com.hekax.phone.accounts.closing.ClosingWiring;
import com.hekax.phone.accounts.closing.Closings;
import com.hekax.phone.accounts.closing.Closings.Prospect;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Says what ends with the organization, before anybody closes it and until it is erased. */
@Route(value = "GET /api/organization/closing", needs = Permission.ORGANIZATION_OWN)
public final class GetOrganizationClosingHandler extends ApiHandler {
  private final Closings closings;

  public GetOrganizationClosingHandler() {
    this(ClosingWiring.closings());
  }

  GetOrganizationClosingHandler(Closings closings) {
    this.closings = closings;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(ProspectBody.of(closings.look(request.organization())));
  }

  record ProspectBody(
      int numbers,
      int recordings,
      int leads,
      int calls,
      int members,
      boolean subscription,
      long daysKept,
      Optional<ClosingBody> closing) {

    static ProspectBody of(Prospect prospect) {
      var holdings = prospect.holdings();
      return new ProspectBody(
          holdings.numbers(),
          holdings.recordings(),
          holdings.leads(),
          holdings.calls(),
          holdings.members(),
          holdings.subscription(),
          Closings.KEPT.toDays(),
          prospect.closing().map(ClosingBody::of));
    }
  }

  record ClosingBody(Instant requestedAt, Instant erasesAt) {
    static ClosingBody of(Closing closing) {
      return new ClosingBody(closing.requestedAt(), closing.erasesAt());
    }
  }
}
