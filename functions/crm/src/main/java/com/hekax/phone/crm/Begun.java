package com.hekax.phone.crm;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;

/**
 * Somebody has been sent to a vendor and is expected back.
 *
 * @param verifierHash hexadecimal
 */
public record Begun(
    OrganizationId organizationId,
    UserId userId,
    Provider provider,
    String verifierHash,
    Instant expiresAt) {}
