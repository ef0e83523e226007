package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.keys.ApiKeys;
import com.hekax.phone.accounts.keys.KeysWiring;
import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Removes an API key. */
@Route(value = "DELETE /api/organization/api-keys/{apiKeyId}", needs = Permission.API_KEYS_MANAGE)
public final class DeleteApiKeyHandler extends ApiHandler {
  private final ApiKeys keys;

  public DeleteApiKeyHandler() {
    this(KeysWiring.apiKeys());
  }

  DeleteApiKeyHandler(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    keys.delete(request.organization(), request.path("apiKeyId", ApiKeyId::parse));
    return ApiResponse.noContent();
  }
}
