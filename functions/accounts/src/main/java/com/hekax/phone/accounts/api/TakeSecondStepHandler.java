package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.Accounts;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.accounts.twostep.TwoStepWiring;
import com.hekax.phone.accounts.twostep.TwoSteps;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Permission;

/** Opens a session for somebody who has shown their password, with a code. */
@Route(value = "POST /api/auth/login/second-step", needs = Permission.PUBLIC)
public final class TakeSecondStepHandler extends ApiHandler {
  private final TwoSteps twoSteps;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public TakeSecondStepHandler() {
    this(
        TwoStepWiring.twoSteps(),
        AccountsWiring.accounts(),
        AccountsWiring.sessions(),
        AccountsWiring.accessTokens());
  }

  TakeSecondStepHandler(
      TwoSteps twoSteps, Accounts accounts, Sessions sessions, AccessTokens accessTokens) {
    this.twoSteps = twoSteps;
    this.accounts = accounts;
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var step = request.body(SecondStep.class);
    return twoSteps
        .answer(new RandomToken(step.challenge()), step.code())
        .flatMap(accounts::membershipOf)
        .map(membership -> answers.of(200, sessions.open(membership, request.userAgent())))
        .orElseThrow(
            // One answer for all: who guesses does not learn what was wrong.
            () ->
                ProblemType.UNAUTHENTICATED.because(
                    "The code is wrong, or it came too late. Wait for the next, or sign in again."));
  }

  record SecondStep(String challenge, String code) {}
}
