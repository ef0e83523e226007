package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.passwords.PasswordsWiring;
import com.hekax.phone.accounts.passwords.People;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Changes what the person who asks is called. */
@Route(value = "PATCH /api/me", needs = Permission.OWN_ACCOUNT)
public final class UpdateMeHandler extends ApiHandler {
  private final People people;

  public UpdateMeHandler() {
    this(PasswordsWiring.people());
  }

  UpdateMeHandler(People people) {
    this.people = people;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    people.rename(request.user(), request.body(Changes.class).name().strip());
    return ApiResponse.noContent();
  }

  record Changes(String name) {}
}
