package com.hekax.phone.live;

import com.hekax.phone.contracts.CallDetails;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import java.time.Instant;
import java.util.Optional;

/** A call exactly as the API gives it ({@code Call} in docs/api/calls.yaml). */
record CallData(
    CallId id,
    Optional<String> direction,
    Optional<String> from,
    Optional<String> to,
    String status,
    String stage,
    Instant stageSince,
    Optional<String> stagePerson,
    Instant startedAt,
    Optional<Instant> endedAt,
    int talkSeconds,
    Optional<String> outcome,
    Optional<LeadId> leadId,
    Optional<String> transferredTo,
    int assistantSeconds,
    int version) {

  static CallData of(CallDetails call) {
    return new CallData(
        call.id(),
        call.direction(),
        call.from(),
        call.to(),
        call.status(),
        call.stage(),
        call.stageSince(),
        call.stagePerson(),
        call.startedAt(),
        call.endedAt(),
        call.talkSeconds(),
        call.outcome(),
        call.lead(),
        call.transferredTo(),
        call.assistantSeconds(),
        call.version());
  }
}
