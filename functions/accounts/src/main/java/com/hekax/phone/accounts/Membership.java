package com.hekax.phone.accounts;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;

/** A person in an organization. */
public record Membership(OrganizationId organization, UserId user, Role role) {

  /** Signed in on a device. */
  Member in(SessionId session) {
    return new Member(organization, user, role, session);
  }
}
