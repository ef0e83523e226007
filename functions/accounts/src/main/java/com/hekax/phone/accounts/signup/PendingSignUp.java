package com.hekax.phone.accounts.signup;

import com.hekax.phone.contracts.OrganizationId;
import java.util.UUID;

/**
 * An account that waits for its address to be confirmed.
 *
 * @param organizationId the one that will be theirs
 * @param timeZone IANA
 * @param country ISO 3166-1, two letters
 */
public record PendingSignUp(
    UUID id,
    OrganizationId organizationId,
    String email,
    String name,
    String passwordHash,
    String organizationName,
    String timeZone,
    String country) {}
