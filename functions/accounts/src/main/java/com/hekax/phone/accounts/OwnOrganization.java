package com.hekax.phone.accounts;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.tenancy.Role;

/** An organization that a person belongs to, and what they are there. */
public record OwnOrganization(OrganizationId id, String name, Role role) {}
