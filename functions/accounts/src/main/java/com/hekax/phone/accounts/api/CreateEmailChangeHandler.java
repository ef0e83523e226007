package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.passwords.EmailChanges;
import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Asks to sign in with another address; the answer is the same for every address. */
@Route(value = "POST /api/me/email-changes", needs = Permission.OWN_ACCOUNT)
public final class CreateEmailChangeHandler extends ApiHandler {
  private final EmailChanges changes;

  public CreateEmailChangeHandler() {
    this(PasswordsWiring.emailChanges());
  }

  CreateEmailChangeHandler(EmailChanges changes) {
    this.changes = changes;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var wanted = request.body(Wanted.class);
    changes.ask(request.member(), request.address(), wanted.email(), wanted.password());
    return ApiResponse.accepted();
  }

  record Wanted(String email, String password) {}
}
