package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.passwords.PasswordResets;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Sets the password of whom a link is for, and signs them out everywhere. */
@Route(value = "POST /api/auth/password-resets/redeem", needs = Permission.PUBLIC)
public final class RedeemPasswordResetHandler extends ApiHandler {
  private final PasswordResets resets;

  public RedeemPasswordResetHandler() {
    this(PasswordsWiring.passwordResets());
  }

  RedeemPasswordResetHandler(PasswordResets resets) {
    this.resets = resets;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var redemption = request.body(Redemption.class);
    resets.redeem(redemption.code(), redemption.password());
    return ApiResponse.noContent();
  }

  record Redemption(String code, String password) {}
}
