package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Ends the session of the refresh cookie. */
@Route(value = "POST /api/auth/logout", needs = Permission.PUBLIC)
public final class LogOutHandler extends ApiHandler {
  private final Sessions sessions;

  public LogOutHandler() {
    this(AccountsWiring.sessions());
  }

  LogOutHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    SessionAnswers.presented(request).ifPresent(sessions::end);
    return SessionAnswers.withoutCookie(ApiResponse.noContent());
  }
}
