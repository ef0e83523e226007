package com.hekax.phone.accounts;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;

/** Who somebody is, and the organization they are it in. */
public record Profile(
    UserId userId,
    String name,
    String email,
    OrganizationId organizationId,
    String organizationName,
    String timeZone,
    String country,
    boolean twoStep) {}
