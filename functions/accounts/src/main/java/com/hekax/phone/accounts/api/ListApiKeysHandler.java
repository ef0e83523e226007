package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.keys.ApiKeys;
import com.hekax.phone.accounts.keys.KeysWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Lists the organization's API keys, newest first. */
@Route(value = "GET /api/organization/api-keys", needs = Permission.API_KEYS_MANAGE)
public final class ListApiKeysHandler extends ApiHandler {
  private final ApiKeys keys;

  public ListApiKeysHandler() {
    this(KeysWiring.apiKeys());
  }

  ListApiKeysHandler(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(keys.page(request.organization(), request.page()).map(ApiKeyBody::of));
  }
}
