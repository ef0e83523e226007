package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.Accounts;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;

/** Opens a session with e-mail and password. */
@Route(value = "POST /api/auth/login", needs = Permission.PUBLIC)
public final class LogInHandler extends ApiHandler {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public LogInHandler() {
    this(AccountsWiring.accounts(), AccountsWiring.sessions(), AccountsWiring.accessTokens());
  }

  LogInHandler(Accounts accounts, Sessions sessions, AccessTokens accessTokens) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var login = request.body(LogIn.class);
    return accounts
        .find(login.email(), login.password())
        .map(principal -> answers.of(200, sessions.open(principal, request.userAgent())))
        .orElseThrow(
            // One answer for both: who guesses addresses learns nothing.
            () -> ProblemType.UNAUTHENTICATED.because("E-mail address or password is wrong."));
  }

  record LogIn(String email, String password) {}
}
