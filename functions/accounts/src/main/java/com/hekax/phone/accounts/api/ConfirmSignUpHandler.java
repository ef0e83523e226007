package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.accounts.signup.SignUpWiring;
import com.hekax.phone.accounts.signup.SignUps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Opens the account that a link is for, and a session in it. */
@Route(value = "POST /api/auth/signup/confirm", needs = Permission.PUBLIC)
public final class ConfirmSignUpHandler extends ApiHandler {
  private final SignUps signUps;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public ConfirmSignUpHandler() {
    this(SignUpWiring.signUps(), AccountsWiring.sessions(), AccountsWiring.accessTokens());
  }

  ConfirmSignUpHandler(SignUps signUps, Sessions sessions, AccessTokens accessTokens) {
    this.signUps = signUps;
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var owner = signUps.confirm(request.body(Confirmation.class).code());
    return answers.of(201, sessions.open(owner, request.userAgent()));
  }

  record Confirmation(String code) {}
}
