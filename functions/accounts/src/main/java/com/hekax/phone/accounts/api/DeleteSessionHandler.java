package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Signs the person out on one device. */
@Route(value = "DELETE /api/me/sessions/{sessionId}", needs = Permission.OWN_ACCOUNT)
public final class DeleteSessionHandler extends ApiHandler {
  private final Sessions sessions;

  public DeleteSessionHandler() {
    this(AccountsWiring.sessions());
  }

  DeleteSessionHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    sessions.end(request.user(), request.path("sessionId", SessionId::parse));
    return ApiResponse.noContent();
  }
}
