package com.hekax.phone.calls.api;

import com.hekax.phone.calls.Call;
import com.hekax.phone.calls.CallDirection;
import com.hekax.phone.calls.CallOutcome;
import com.hekax.phone.calls.CallStage;
import com.hekax.phone.calls.CallStatus;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import java.time.Instant;
import java.util.Optional;

/** A call as the API shows it. */
record CallBody(
    CallId id,
    Optional<CallDirection> direction,
    Optional<String> from,
    Optional<String> to,
    CallStatus status,
    CallStage stage,
    Instant stageSince,
    Optional<String> stagePerson,
    Instant startedAt,
    Optional<Instant> endedAt,
    int talkSeconds,
    Optional<CallOutcome> outcome,
    Optional<LeadId> leadId,
    Optional<String> transferredTo,
    int assistantSeconds,
    int version) {

  static CallBody of(Call call) {
    return new CallBody(
        call.id(),
        call.direction(),
        call.fromNumber(),
        call.toNumber(),
        call.status(),
        call.stage(),
        call.stageSince(),
        call.stagePerson(),
        call.startedAt(),
        call.endedAt(),
        call.talkSeconds(),
        call.outcome(),
        call.leadId(),
        call.transferredTo(),
        call.assistantSeconds(),
        call.version());
  }
}
