package com.hekax.phone.calls;

import com.hekax.phone.contracts.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which calls of a list; empty means all.
 *
 * @param live only calls that have not ended
 * @param startedFrom the first moment that counts
 * @param startedBefore the first moment that no longer counts
 * @param caller E.164
 */
public record CallFilter(
    boolean live,
    Optional<CallStatus> status,
    Optional<CallOutcome> outcome,
    Optional<CallDirection> direction,
    Optional<Instant> startedFrom,
    Optional<Instant> startedBefore,
    Optional<String> caller,
    Optional<LeadId> leadId) {

  /**
   * The same, of calls that may still go on: one whose end was never heard of is not shown as live
   * forever.
   */
  CallFilter startedWithin(Duration longest, Instant now) {
    var since = now.minus(longest);
    return new CallFilter(
        live,
        status,
        outcome,
        direction,
        startedFrom.filter(since::isBefore).or(() -> Optional.of(since)),
        startedBefore,
        caller,
        leadId);
  }
}
