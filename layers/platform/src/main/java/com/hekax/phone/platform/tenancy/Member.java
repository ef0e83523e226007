package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.util.UUID;

/** A person who is signed in to an organization. */
public record Member(OrganizationId organization, UserId user, Role role) implements Principal {

  @Override
  public UUID id() {
    return user.value();
  }

  @Override
  public boolean may(Permission permission) {
    return role.allows(permission);
  }
}
