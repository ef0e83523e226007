package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.keys.ApiKey;
import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A key as answers show it: without the key. */
record ApiKeyBody(
    ApiKeyId id,
    String name,
    String prefix,
    List<String> scopes,
    Instant createdAt,
    CreatedBy createdBy,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {

  record CreatedBy(UserId id, Optional<String> name) {}

  static ApiKeyBody of(ApiKey key) {
    return new ApiKeyBody(
        key.id(),
        key.name(),
        key.prefix(),
        key.scopes(),
        key.createdAt(),
        new CreatedBy(key.createdBy(), key.createdByName()),
        key.expiresAt(),
        key.lastUsedAt());
  }
}
