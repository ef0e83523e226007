package com.hekax.phone.accounts.closing;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;

/** An organization whose days are over. */
public record DueClosing(OrganizationId organizationId, UserId requestedBy, Instant requestedAt) {}
