package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.passwords.PasswordChanges;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Changes the password of who asks, and signs their other devices out. */
@Route(value = "PUT /api/me/password", needs = Permission.OWN_ACCOUNT)
public final class UpdatePasswordHandler extends ApiHandler {
  private final PasswordChanges changes;

  public UpdatePasswordHandler() {
    this(PasswordsWiring.passwordChanges());
  }

  UpdatePasswordHandler(PasswordChanges changes) {
    this.changes = changes;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var change = request.body(Change.class);
    changes.change(
        request.member(), request.address(), change.currentPassword(), change.newPassword());
    return ApiResponse.noContent();
  }

  record Change(String currentPassword, String newPassword) {}
}
