package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.Facts;
import com.hekax.phone.receptionist.ReceptionistWiring;
import java.util.Optional;

/** Lists what the receptionist knows, in its order. */
@Route(value = "GET /api/receptionist/facts", needs = Permission.SIGNED_IN)
public final class ListReceptionistFactsHandler extends ApiHandler {
  private final Facts facts;

  public ListReceptionistFactsHandler() {
    this(ReceptionistWiring.facts());
  }

  ListReceptionistFactsHandler(Facts facts) {
    this.facts = facts;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var all = facts.all(request.organization());
    return ApiResponse.ok(new Page<>(all, Optional.empty()).map(FactBody::of));
  }
}
