package com.hekax.phone.accounts;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;

/** What sign-in compares with. */
public record Credentials(
    OrganizationId organizationId, UserId userId, Role role, String passwordHash) {

  Member principal() {
    return new Member(organizationId, userId, role);
  }
}
