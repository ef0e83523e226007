package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Signs the person out everywhere, here too. */
@Route(value = "DELETE /api/me/sessions", needs = Permission.OWN_ACCOUNT)
public final class DeleteSessionsHandler extends ApiHandler {
  private final Sessions sessions;

  public DeleteSessionsHandler() {
    this(AccountsWiring.sessions());
  }

  DeleteSessionsHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    sessions.endAll(request.user());
    return SessionAnswers.withoutCookie(ApiResponse.noContent());
  }
}
