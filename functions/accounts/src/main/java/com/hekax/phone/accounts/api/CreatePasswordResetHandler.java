package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.passwords.PasswordResets;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Asks for a new password; the answer is the same for every address. */
@Route(value = "POST /api/auth/password-resets", needs = Permission.PUBLIC)
public final class CreatePasswordResetHandler extends ApiHandler {
  private final PasswordResets resets;

  public CreatePasswordResetHandler() {
    this(PasswordsWiring.passwordResets());
  }

  CreatePasswordResetHandler(PasswordResets resets) {
    this.resets = resets;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    resets.ask(request.body(Wanted.class).email());
    return ApiResponse.accepted();
  }

  record Wanted(String email) {}
}
