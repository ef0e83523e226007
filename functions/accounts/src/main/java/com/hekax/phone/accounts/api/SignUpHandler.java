package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.Accounts;
import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.NewAccount;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.ZoneId;
import java.util.Optional;

/** Opens an account with a new organization on a trial, and a session in it. */
@Route(value = "POST /api/auth/signup", needs = Permission.PUBLIC)
public final class SignUpHandler extends ApiHandler {
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionAnswers answers;

  public SignUpHandler() {
    this(AccountsWiring.accounts(), AccountsWiring.sessions(), AccountsWiring.accessTokens());
  }

  SignUpHandler(Accounts accounts, Sessions sessions, AccessTokens accessTokens) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.answers = new SessionAnswers(accessTokens);
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var owner = accounts.signUp(request.body(SignUp.class).account());
    return answers.of(201, sessions.open(owner, request.userAgent()));
  }

  record SignUp(
      String name,
      String email,
      String password,
      String organizationName,
      Optional<String> timeZone,
      Optional<String> country) {

    NewAccount account() {
      var zone = timeZone.orElse("America/New_York");
      if (!ZoneId.getAvailableZoneIds().contains(zone)) {
        throw Problem.invalid("timeZone", "is not an IANA time zone such as America/New_York");
      }
      return new NewAccount(
          name.strip(), email, password, organizationName.strip(), zone, country.orElse("US"));
    }
  }
}
