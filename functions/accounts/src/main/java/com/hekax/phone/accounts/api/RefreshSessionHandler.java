package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;

/** Exchanges the refresh cookie for a new access token and a new cookie. */
@Route(value = "POST /api/auth/refresh", needs = Permission.PUBLIC)
public final class RefreshSessionHandler extends ApiHandler {
  private final Sessions sessions;
  private final SessionAnswers answers;

  public RefreshSessionHandler() {
    this(AccountsWiring.sessions(), AccountsWiring.accessTokens());
  }

  RefreshSessionHandler(Sessions sessions, AccessTokens accessTokens) {
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return SessionAnswers.presented(request)
        .flatMap(token -> sessions.refresh(token, request.address()))
        .map(opened -> answers.of(200, opened))
        .orElseThrow(
            () -> ProblemType.UNAUTHENTICATED.because("The session is over. Sign in again."));
  }
}
