package com.hekax.phone.crm.api;

import com.hekax.phone.crm.Authorizations;
import com.hekax.phone.crm.CrmWiring;
import com.hekax.phone.crm.Provider;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Begins to connect a CRM: answers where its owner is asked to let us in. */
@Route(value = "POST /api/crm/authorizations", needs = Permission.CRM_MANAGE)
public final class CreateCrmAuthorizationHandler extends ApiHandler {
  private final Authorizations authorizations;

  public CreateCrmAuthorizationHandler() {
    this(CrmWiring.authorizations());
  }

  CreateCrmAuthorizationHandler(Authorizations authorizations) {
    this.authorizations = authorizations;
  }

  private record NewAuthorization(Provider provider) {}

  private record AuthorizationBody(String authorizationUrl) {}

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var wanted = request.body(NewAuthorization.class);
    var asked = authorizations.begin(request.member(), wanted.provider());
    return ApiResponse.json(201, new AuthorizationBody(asked.url()))
        .cookie(VerifierCookie.of(asked.verifier()))
        .asShownOnce();
  }
}
