package com.hekax.phone.calls;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import java.time.Instant;
import java.util.Optional;

/**
 * What one event says about the row of its call; what it does not know is empty or zero. Changes
 * may be merged in any order and come to the same row: of two times of the start the earlier
 * stands, of two statuses or outcomes the higher, of two transfers or stages the later, and seconds
 * of the receptionist add up.
 *
 * @param startedAt the call had started by then
 * @param transferredAt when the person had taken it over
 * @param stage who had the caller from {@code stageAt} on; never ENDED, which the end itself tells
 * @param stagePerson the person's name, where it is one
 */
public record CallChange(
    CallId call,
    CallStatus status,
    Instant startedAt,
    Optional<CallDirection> direction,
    Optional<String> fromNumber,
    Optional<String> toNumber,
    Optional<Instant> endedAt,
    int talkSeconds,
    Optional<CallOutcome> outcome,
    Optional<LeadId> leadId,
    Optional<String> transferredTo,
    Optional<Instant> transferredAt,
    Optional<CallStage> stage,
    Optional<Instant> stageAt,
    Optional<String> stagePerson,
    int assistantSeconds) {

  /**
   * A call that somebody had answered by then: what is heard of it could not have happened else.
   */
  static Builder inProgress(CallId call, Instant at) {
    return new Builder(call, CallStatus.IN_PROGRESS, at);
  }

  static Builder of(CallId call, CallStatus status, Instant startedAt) {
    return new Builder(call, status, startedAt);
  }

  /** Takes what an event knows, one thing at a time. */
  static final class Builder {
    private final CallId call;
    private final CallStatus status;
    private final Instant startedAt;
    private Optional<CallDirection> direction = Optional.empty();
    private Optional<String> fromNumber = Optional.empty();
    private Optional<String> toNumber = Optional.empty();
    private Optional<Instant> endedAt = Optional.empty();
    private int talkSeconds;
    private Optional<CallOutcome> outcome = Optional.empty();
    private Optional<LeadId> leadId = Optional.empty();
    private Optional<String> transferredTo = Optional.empty();
    private Optional<Instant> transferredAt = Optional.empty();
    private Optional<CallStage> stage = Optional.empty();
    private Optional<Instant> stageAt = Optional.empty();
    private Optional<String> stagePerson = Optional.empty();
    private int assistantSeconds;

    private Builder(CallId call, CallStatus status, Instant startedAt) {
      this.call = call;
      this.status = status;
      this.startedAt = startedAt;
    }

    Builder between(String direction, Optional<String> from, Optional<String> to) {
      this.direction = Optional.of(CallDirection.valueOf(direction));
      this.fromNumber = from;
      this.toNumber = to;
      return this;
    }

    Builder ended(Instant at, int talkSeconds) {
      this.endedAt = Optional.of(at);
      this.talkSeconds = talkSeconds;
      return this;
    }

    Builder outcome(CallOutcome outcome) {
      this.outcome = Optional.of(outcome);
      return this;
    }

    Builder lead(LeadId lead) {
      this.leadId = Optional.of(lead);
      return this;
    }

    Builder transferred(String to, Instant at) {
      this.transferredTo = Optional.of(to);
      this.transferredAt = Optional.of(at);
      return this;
    }

    Builder stage(CallStage stage, Instant at) {
      this.stage = Optional.of(stage);
      this.stageAt = Optional.of(at);
      return this;
    }

    Builder stage(CallStage stage, Instant at, Optional<String> person) {
      this.stagePerson = person;
      return stage(stage, at);
    }

    Builder assistantSeconds(int seconds) {
      this.assistantSeconds = seconds;
      return this;
    }

    CallChange build() {
      return new CallChange(
          call,
          status,
          startedAt,
          direction,
          fromNumber,
          toNumber,
          endedAt,
          talkSeconds,
          outcome,
          leadId,
          transferredTo,
          transferredAt,
          stage,
          stageAt,
          stagePerson,
          assistantSeconds);
    }
  }
}
