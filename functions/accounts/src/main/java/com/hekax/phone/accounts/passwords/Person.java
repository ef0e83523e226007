package com.hekax.phone.accounts.passwords;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;

/** Somebody with an account, and the organization they belong to the longest. */
public record Person(
    UserId userId,
    String email,
    String name,
    String passwordHash,
    OrganizationId organizationId,
    String organizationName) {}
