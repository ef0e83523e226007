package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;

/** Exchanges the refresh cookie for a session in another organization of the person. */
@Route(value = "POST /api/auth/switch", needs = Permission.PUBLIC)
public final class SwitchOrganizationHandler extends ApiHandler {
  private final Sessions sessions;
  private final SessionAnswers answers;

  public SwitchOrganizationHandler() {
    this(AccountsWiring.sessions(), AccountsWiring.accessTokens());
  }

  SwitchOrganizationHandler(Sessions sessions, AccessTokens accessTokens) {
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var target = request.body(Switch.class).organizationId();
    return SessionAnswers.presented(request)
        .flatMap(token -> sessions.switchTo(target, token, request.userAgent()))
        .map(opened -> answers.of(200, opened))
        .orElseThrow(
            () -> ProblemType.UNAUTHENTICATED.because("The session is over. Sign in again."));
  }

  record Switch(OrganizationId organizationId) {}
}
