package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;

/**
 * Who is asking, as the verified token says. The organization comes from here and from nowhere
 * else.
 */
public record Principal(OrganizationId organization, UserId user, Role role) {

  public boolean may(Permission permission) {
    return role.allows(permission);
  }
}
