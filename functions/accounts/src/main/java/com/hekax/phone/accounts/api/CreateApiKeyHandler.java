package com.hekax.phone.accounts.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hekax.phone.accounts.keys.ApiKeys;
import com.hekax.phone.accounts.keys.KeysWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Adds an API key; it is shown in this answer and never again. */
@Route(value = "POST /api/organization/api-keys", needs = Permission.API_KEYS_MANAGE)
public final class CreateApiKeyHandler extends ApiHandler {
  private final ApiKeys keys;

  public CreateApiKeyHandler() {
    this(KeysWiring.apiKeys());
  }

  CreateApiKeyHandler(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var wanted = request.body(NewApiKey.class);
    var created =
        keys.create(request.member(), wanted.name().strip(), wanted.scopes(), wanted.expiresAt());
    return ApiResponse.created(
            "/api/organization/api-keys/" + created.key().id(),
            new CreatedBody(ApiKeyBody.of(created.key()), created.text()))
        .header("cache-control", "no-store")
        .asShownOnce();
  }

  record NewApiKey(String name, List<Permission> scopes, Optional<Instant> expiresAt) {}

  record CreatedBody(@JsonUnwrapped ApiKeyBody apiKey, String key) {}
}
