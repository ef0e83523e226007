package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.Accounts;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;

/** Opens a session with e-mail and password, or asks for the second step of who has one. */
@Route(value = "POST /api/auth/login", needs = Permission.PUBLIC)
public final class LogInHandler extends ApiHandler {
  private final Accounts accounts;
  private final Attempts attempts;
  private final TwoSteps twoSteps;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public LogInHandler() {
    this(
        AccountsWiring.accounts(),
        PasswordsWiring.attempts(),
        TwoStepWiring.twoSteps(),
        AccountsWiring.sessions(),
        AccountsWiring.accessTokens());
  }

  LogInHandler(
      Accounts accounts,
      Attempts attempts,
      TwoSteps twoSteps,
      Sessions sessions,
      AccessTokens accessTokens) {
    this.twoSteps = twoSteps;
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
    // Codes of the second step are counted by themselves.
    attempts.succeeded(attempt);
    return twoSteps
        .challenge(member.user())
        .map(LogInHandler::secondStep)
        .orElseGet(() -> answers.of(200, sessions.open(member, request.userAgent())));
  }

  private static ApiResponse secondStep(RandomToken challenge) {
    return ApiResponse.json(
            202,
            new SecondStepBody(
                new SecondStepBody.Asked(challenge.value(), TwoSteps.CHALLENGE_LIFE.toSeconds())))
        .header("cache-control", "no-store");
  }

  record SecondStepBody(Asked secondStep) {
    record Asked(String challenge, long expiresInSeconds) {}
  }

  record LogIn(String email, String password) {}
}
