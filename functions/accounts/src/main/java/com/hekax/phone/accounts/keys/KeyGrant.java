package com.hekax.phone.accounts.keys;

import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a key that is good now allows, and where. */
public record KeyGrant(OrganizationId organizationId, ApiKeyId id, List<String> scopes) {

  ApiKeyHolder holder() {
    // A scope that there is no longer allows nothing.
    var known =
        Arrays.stream(Permission.values())
            .filter(Permission::isScope)
            .filter(permission -> scopes.contains(permission.name()))
            .collect(Collectors.toUnmodifiableSet());
    return new ApiKeyHolder(organizationId, id, known);
  }
}
