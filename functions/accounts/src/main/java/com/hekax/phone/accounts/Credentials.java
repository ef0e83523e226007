package com.hekax.phone.accounts;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Role;

/** What sign-in compares with. */
public record Credentials(
    OrganizationId organizationId, UserId userId, Role role, String passwordHash) {

  Membership membership() {
    return new Membership(organizationId, userId, role);
  }
}
