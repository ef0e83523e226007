package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.OrganizationId;
import java.util.Set;
import java.util.UUID;

/**
 * A program of an organization, by the API key it shows. It may do what the key's scopes say; what
 * belongs to a person, such as their sessions, no key may.
 */
public record ApiKeyHolder(OrganizationId organization, ApiKeyId key, Set<Permission> scopes)
    implements Principal {

  /** Copies what may be changed. */
  public ApiKeyHolder {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public UUID id() {
    return key.value();
  }

  @Override
  public boolean may(Permission permission) {
    return permission == Permission.PUBLIC || (permission.isScope() && scopes.contains(permission));
  }
}
