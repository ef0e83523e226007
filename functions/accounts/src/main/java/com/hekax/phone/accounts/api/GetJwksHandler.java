package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccountsWiring;
import com.hekax.phone.accounts.SigningKeys;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;

/** Publishes the keys that access tokens are signed with. */
@Route(value = "GET /.well-known/jwks.json", needs = Permission.PUBLIC)
public final class GetJwksHandler extends ApiHandler {
  private final SigningKeys keys;

  public GetJwksHandler() {
    this(AccountsWiring.signingKeys());
  }

  GetJwksHandler(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(new KeySet(keys.published()))
        .header("cache-control", "public, max-age=" + SigningKeySet.PUBLISHED_FOR.toSeconds());
  }

  record KeySet(List<SigningKeys.Jwk> keys) {}
}
