package com.hekax.phone.platform.tenancy;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A person who is signed in to an organization, on one device.
 *
 * @param restricted whether the organization asks for two-step sign-in and the person has none:
 *     until then they may only see to their own account, such as setting it up
 */
public record Member(
    OrganizationId organization, UserId user, Role role, SessionId session, boolean restricted)
    implements Principal {

  /** Somebody who may all that the role allows. */
  public Member(OrganizationId organization, UserId user, Role role, SessionId session) {
    this(organization, user, role, session, false);
  }

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
    return restricted
        ? permission == Permission.PUBLIC || permission == Permission.OWN_ACCOUNT
        : role.allows(permission);
  }

  /** The rights that the person has now. */
  public Set<Permission> permissions() {
    return restricted ? Set.of() : role.permissions();
  }
}
