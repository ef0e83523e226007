package com.hekax.phone.accounts.keys;

import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key of an organization, without the key itself.
 *
 * @param createdByName empty when that person has left
 */
public record ApiKey(
    ApiKeyId id,
    String name,
    String prefix,
    List<String> scopes,
    UserId createdBy,
    Optional<String> createdByName,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {

  Cursor position() {
    return new Cursor(createdAt, id.value());
  }
}
