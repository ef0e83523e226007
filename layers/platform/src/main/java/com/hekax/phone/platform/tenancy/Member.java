package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import java.util.Optional;
import java.util.UUID;

/** A person who is signed in to an organization, on one device. */
public record Member(OrganizationId organization, UserId user, Role role, SessionId session)
    implements Principal {

  @Override
  public UUID id() {
    return user.value();
  }

  @Override
  public Optional<UserId> person() {
    return Optional.of(user);
  }

  @Override
  public boolean may(Permission permission) {
    return role.allows(permission);
  }
}
