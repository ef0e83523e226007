package com.hekax.phone.calls;

import com.hekax.phone.contracts.AssistantFinished;
import com.hekax.phone.contracts.CallAnswered;
import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.CallStarted;
import com.hekax.phone.contracts.CallTransferEnded;
import com.hekax.phone.contracts.CallTransferStarted;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.fixtures.Organization;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A call of a test that tells of itself as other domains do; times are seconds after its start. */
public record TestCall(OrganizationId organization, CallId id, Instant start) {
  public static final String CALLER = "+14155550132";
  public static final String NUMBER = "+14155550100";
  public static final UUID VOICEMAIL = UUID.fromString("019a0000-0000-7000-8000-000000000007");

  public static TestCall of(Organization organization) {
    return new TestCall(organization.id(), CallId.create(), Instant.parse("2026-11-20T10:00:00Z"));
  }

  public TestCall startingAt(String moment) {
    return new TestCall(organization, id, Instant.parse(moment));
  }

  public Instant after(int seconds) {
    return start.plusSeconds(seconds);
  }

  public CallStarted started() {
    return started("INBOUND", Optional.of(CALLER));
  }

  public CallStarted started(String direction, Optional<String> from) {
    return new CallStarted(
        eventId(), organization, after(1), id, direction, from, Optional.of(NUMBER));
  }

  public CallAnswered answeredByAssistant(int seconds) {
    return new CallAnswered(
        eventId(), organization, after(seconds), id, "ASSISTANT", Optional.empty());
  }

  public CallAnswered answeredBy(String person, int seconds) {
    return new CallAnswered(
        eventId(), organization, after(seconds), id, "PERSON", Optional.of(person));
  }

  public VoicemailLeft voicemailLeft(int seconds) {
    return new VoicemailLeft(
        eventId(), organization, after(seconds), id, VOICEMAIL, Optional.of(CALLER), 7);
  }

  public CallEnded ended(String outcome, int talkSeconds) {
    return new CallEnded(
        eventId(),
        organization,
        after(180),
        id,
        "INBOUND",
        Optional.of(CALLER),
        Optional.of(NUMBER),
        outcome,
        start,
        talkSeconds);
  }

  public LeadCaptured leadCaptured(LeadId lead) {
    return leadCaptured(lead, Optional.of(id));
  }

  public LeadCaptured leadCaptured(LeadId lead, Optional<CallId> call) {
    return new LeadCaptured(
        eventId(),
        organization,
        after(60),
        new LeadDetails(
            lead,
            "Maria Lopez",
            Optional.of(CALLER),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Chipped tooth"),
            "NEW",
            call.isPresent() ? "CALL" : "MANUAL",
            call,
            Optional.empty(),
            after(60),
            after(60),
            1));
  }

  public MessageTaken messageTaken() {
    return new MessageTaken(
        eventId(),
        organization,
        after(90),
        id,
        UUID.randomUUID(),
        "The lab called about the crown.",
        Optional.empty(),
        Optional.empty(),
        Optional.of("Dana"));
  }

  public CallTransferStarted transferStarted(String to, int seconds) {
    return new CallTransferStarted(eventId(), organization, after(seconds), id, to);
  }

  public CallTransferEnded transferEnded(String to, String outcome, int seconds) {
    return new CallTransferEnded(eventId(), organization, after(seconds), id, to, outcome);
  }

  public AssistantFinished assistantFinished(String reason, int seconds) {
    return new AssistantFinished(eventId(), organization, after(seconds), id, reason, seconds);
  }

  private static UUID eventId() {
    return TimeOrderedUuid.next();
  }
}
