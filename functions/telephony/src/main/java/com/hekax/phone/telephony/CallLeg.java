package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.CallStarted;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One connection between Twilio and one party.
 *
 * <p>Reports about a leg come in any order and more than once. Its status goes forward only, and
 * times are the earliest that any report gives, so the same reports make the same leg however they
 * arrive. Twilio's sequence numbers would add nothing: they count these same steps.
 *
 * @param parentCallSid the caller's leg; empty for the caller's own
 * @param startedAt the earliest moment we know it to have been there
 * @param talkSeconds whole seconds from the answer to the end
 * @param version grows by one with each change
 */
public record CallLeg(
    UUID id,
    CallId callId,
    String callSid,
    Optional<String> parentCallSid,
    LegDirection direction,
    Optional<String> fromNumber,
    Optional<String> toNumber,
    LegStatus status,
    Instant startedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt,
    int talkSeconds,
    int version) {

  /** A leg of which this is the first report. */
  static CallLeg first(CallId call, LegReport report) {
    return new CallLeg(
            TimeOrderedUuid.next(),
            call,
            report.callSid(),
            report.parentCallSid(),
            report.direction(),
            report.from(),
            report.to(),
            LegStatus.QUEUED,
            report.startedBy(),
            Optional.empty(),
            Optional.empty(),
            0,
            0)
        .after(report)
        .withVersion(1);
  }

  /** The leg once the report is known too; the same leg when it says nothing new. */
  CallLeg after(LegReport report) {
    boolean ends = report.status().isFinal() && !status.isFinal();
    var answered = earliest(answeredAt, report.answeredAt());
    var after =
        new CallLeg(
            id,
            callId,
            callSid,
            parentCallSid,
            direction,
            fromNumber,
            toNumber,
            report.status().isAfter(status) ? report.status() : status,
            earlier(startedAt, report.startedBy()),
            answered,
            ends ? Optional.of(report.at()) : endedAt,
            ends ? talkSeconds(report, answered) : talkSeconds,
            version);
    return after.equals(this) ? this : after.withVersion(version + 1);
  }

  /** Whether a change made it end. */
  boolean endsAfter(CallLeg before) {
    return status.isFinal() && !before.status.isFinal();
  }

  /** Whether a change made it known that the one who was rung has answered. */
  boolean isPickedUpAfter(CallLeg before) {
    return !isCallersOwn() && answeredAt.isPresent() && before.answeredAt.isEmpty();
  }

  /** Whether it is the caller's own leg, with which the call is over. */
  boolean isCallersOwn() {
    return parentCallSid.isEmpty();
  }

  /** The number of ours that the call came to or was made from. */
  Optional<String> businessNumber() {
    return direction == LegDirection.INBOUND ? toNumber : fromNumber;
  }

  /** The other side's number. */
  Optional<String> counterpart() {
    return direction == LegDirection.INBOUND ? fromNumber : toNumber;
  }

  /** The leg of a caller, as what is done with the call needs it. */
  CallLine line(OrganizationId organization) {
    return new CallLine(organization, callId, callSid, businessNumber(), status.isFinal());
  }

  /** The fact that the call has begun, of the caller's own leg. */
  CallStarted started(OrganizationId organization) {
    return new CallStarted(
        TimeOrderedUuid.next(),
        organization,
        startedAt,
        callId,
        direction.name(),
        fromNumber,
        toNumber);
  }

  /** The fact that the call is over, of the caller's own leg when it has ended. */
  CallEnded ended(OrganizationId organization) {
    return new CallEnded(
        TimeOrderedUuid.next(),
        organization,
        endedAt.orElseThrow(),
        callId,
        direction.name(),
        fromNumber,
        toNumber,
        status.name(),
        startedAt,
        talkSeconds);
  }

  private static int talkSeconds(LegReport report, Optional<Instant> answered) {
    if (report.status() != LegStatus.COMPLETED) {
      return 0;
    }
    return report
        .talkTime()
        .or(() -> answered.map(from -> Duration.between(from, report.at())))
        .map(time -> Math.toIntExact(Math.max(0, time.toSeconds())))
        .orElse(0);
  }

  private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(earlier(one.get(), other.get()))
        : one.or(() -> other);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private CallLeg withVersion(int number) {
    return new CallLeg(
        id,
        callId,
        callSid,
        parentCallSid,
        direction,
        fromNumber,
        toNumber,
        status,
        startedAt,
        answeredAt,
        endedAt,
        talkSeconds,
        number);
  }
}
