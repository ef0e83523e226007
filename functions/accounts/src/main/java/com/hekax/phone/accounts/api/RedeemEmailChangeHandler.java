package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.passwords.EmailChanges;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Makes the address that a link was sent to the one its person signs in with. */
@Route(value = "POST /api/auth/email-changes/redeem", needs = Permission.PUBLIC)
public final class RedeemEmailChangeHandler extends ApiHandler {
  private final EmailChanges changes;

  public RedeemEmailChangeHandler() {
    this(PasswordsWiring.emailChanges());
  }

  RedeemEmailChangeHandler(EmailChanges changes) {
    this.changes = changes;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    changes.redeem(request.body(Redemption.class).code());
    return ApiResponse.noContent();
  }

  record Redemption(String code) {}
}
