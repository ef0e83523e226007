package com.hekax.phone.platform.tenancy;

import static com.hekax.phone.platform.tenancy.Permission.API_KEYS_MANAGE;
import static com.hekax.phone.platform.tenancy.Permission.AUDIT_READ;
import static com.hekax.phone.platform.tenancy.Permission.CALLS_READ;
import static com.hekax.phone.platform.tenancy.Permission.CRM_MANAGE;
import static com.hekax.phone.platform.tenancy.Permission.LEADS_READ;
import static com.hekax.phone.platform.tenancy.Permission.LEADS_WRITE;
import static com.hekax.phone.platform.tenancy.Permission.LEADS_WRITE_ANY;
import static com.hekax.phone.platform.tenancy.Permission.NOTIFICATIONS_MANAGE;
import static com.hekax.phone.platform.tenancy.Permission.ORGANIZATION_MANAGE;
import static com.hekax.phone.platform.tenancy.Permission.RECEPTIONIST_MANAGE;
import static com.hekax.phone.platform.tenancy.Permission.TEAM_MANAGE;
import static com.hekax.phone.platform.tenancy.Permission.TEAM_READ;
import static com.hekax.phone.platform.tenancy.Permission.WEBHOOKS_MANAGE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a member is in the organization, and the one table of what that allows. */
public enum Role {
  OWNER(everything()),
  ADMIN(
      CALLS_READ,
      LEADS_READ,
      LEADS_WRITE,
      LEADS_WRITE_ANY,
      RECEPTIONIST_MANAGE,
      CRM_MANAGE,
      WEBHOOKS_MANAGE,
      NOTIFICATIONS_MANAGE,
      TEAM_READ,
      TEAM_MANAGE,
      ORGANIZATION_MANAGE,
      API_KEYS_MANAGE,
      AUDIT_READ),
  MANAGER(CALLS_READ, LEADS_READ, LEADS_WRITE, LEADS_WRITE_ANY, TEAM_READ),
  AGENT(CALLS_READ, LEADS_READ, LEADS_WRITE, TEAM_READ);

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes one that never changes.
  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.copyOf(Arrays.asList(permissions));
  }

  /** The rights that come with the role. */
  public Set<Permission> permissions() {
    return permissions;
  }

  boolean allows(Permission permission) {
    return permission == Permission.PUBLIC
        || permission == Permission.SIGNED_IN
        || permission == Permission.OWN_ACCOUNT
        || permissions.contains(permission);
  }

  private static Permission[] everything() {
    return EnumSet.allOf(Permission.class).stream()
        .filter(Permission::isGranted)
        .toArray(Permission[]::new);
  }
}
