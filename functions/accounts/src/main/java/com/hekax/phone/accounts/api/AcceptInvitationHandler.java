package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.accounts.team.Joining;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Joins an organization as a new person, and opens a session in it. */
@Route(value = "POST /api/auth/invitations/accept", needs = Permission.PUBLIC)
public final class AcceptInvitationHandler extends ApiHandler {
  private final Joining joining;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public AcceptInvitationHandler() {
    this(AccountsWiring.joining(), AccountsWiring.sessions(), AccountsWiring.accessTokens());
  }

  AcceptInvitationHandler(Joining joining, Sessions sessions, AccessTokens accessTokens) {
    this.joining = joining;
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var accept = request.body(Accept.class);
    var member = joining.accept(accept.code(), accept.name().strip(), accept.password());
    return answers.of(201, sessions.open(member, request.userAgent()));
  }

  record Accept(String code, String name, String password) {}
}
