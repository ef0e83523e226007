package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.Accounts;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
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
  private final Attempts attempts;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public LogInHandler() {
    this(
        AccountsWiring.accounts(),
        PasswordsWiring.attempts(),
        AccountsWiring.sessions(),
        AccountsWiring.accessTokens());
  }

  LogInHandler(Accounts accounts, Attempts attempts, Sessions sessions, AccessTokens accessTokens) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var login = request.body(LogIn.class);
    var attempt = attempts.admit(login.email(), request.address());
    var member =
        accounts
            .find(login.email(), login.password())
            .orElseThrow(
                // One answer for both: who guesses addresses learns nothing.
                () -> ProblemType.UNAUTHENTICATED.because("E-mail address or password is wrong."));
    attempts.succeeded(attempt);
    return answers.of(200, sessions.open(member, request.userAgent()));
  }

  record LogIn(String email, String password) {}
}
