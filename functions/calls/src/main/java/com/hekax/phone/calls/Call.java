package com.hekax.phone.calls;

import com.hekax.phone.contracts.CallDetails;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.Optional;

/**
 * One call from its first ring to its end. It is put together from events, so what has not been
 * heard of yet is empty.
 *
 * @param fromNumber E.164; empty when the caller withheld it
 * @param toNumber E.164
 * @param stageSince when that stage began
 * @param stagePerson who is rung or has the caller, as a name, while it is a person
 * @param talkSeconds whole seconds from answer to end
 * @param outcome empty while it is ringing
 * @param transferredTo the name of the person who took it over
 * @param assistantSeconds whole seconds that the receptionist was in it
 * @param version grows by one with each event that is heard of it
 */
public record Call(
    CallId id,
    Optional<CallDirection> direction,
    Optional<String> fromNumber,
    Optional<String> toNumber,
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

  /** Its place in lists, which run from the newest to the oldest. */
  public Cursor position() {
    return new Cursor(startedAt, id.value());
  }

  /** As events tell of it. */
  CallDetails details() {
    return new CallDetails(
        id,
        direction.map(CallDirection::name),
        fromNumber,
        toNumber,
        status.name(),
        stage.name(),
        stageSince,
        stagePerson,
        startedAt,
        endedAt,
        talkSeconds,
        outcome.map(CallOutcome::name),
        leadId,
        transferredTo,
        assistantSeconds,
        version);
  }
}
