package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.NewAccount;
import com.hekax.phone.accounts.signup.SignUpWiring;
import com.hekax.phone.accounts.signup.SignUps;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.ZoneId;
import java.util.Optional;

/** Asks for an account; the answer is the same for every address, and its mailbox is told more. */
@Route(value = "POST /api/auth/signup", needs = Permission.PUBLIC)
public final class SignUpHandler extends ApiHandler {
  private final SignUps signUps;

  public SignUpHandler() {
    this(SignUpWiring.signUps());
  }

  SignUpHandler(SignUps signUps) {
    this.signUps = signUps;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    signUps.ask(request.body(SignUp.class).account());
    return ApiResponse.accepted();
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
