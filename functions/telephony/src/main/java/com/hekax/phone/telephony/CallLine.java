package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import java.util.Optional;

/**
 * The caller's own leg, as what is done with a call needs it.
 *
 * @param businessNumber the number of ours that the call came to or was made from, in E.164
 * @param isOver whether the call has ended
 */
record CallLine(
    OrganizationId organization,
    CallId call,
    String callSid,
    Optional<String> businessNumber,
    boolean isOver) {}
