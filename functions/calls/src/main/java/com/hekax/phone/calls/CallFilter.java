package com.hekax.phone.calls;

import com.hekax.phone.contracts.LeadId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which calls of a list; empty means all.
 *
 * @param startedFrom the first moment that counts
 * @param startedBefore the first moment that no longer counts
 * @param caller E.164
 */
public record CallFilter(
    Optional<CallStatus> status,
    Optional<CallOutcome> outcome,
    Optional<CallDirection> direction,
    Optional<Instant> startedFrom,
    Optional<Instant> startedBefore,
    Optional<String> caller,
    Optional<LeadId> leadId) {}
