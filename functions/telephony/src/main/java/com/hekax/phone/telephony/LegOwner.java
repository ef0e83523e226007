package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;

/** The organization of a leg and the call it is part of. */
public record LegOwner(OrganizationId organizationId, CallId callId) {}
