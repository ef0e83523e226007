package com.hekax.phone.calls;

import com.hekax.phone.contracts.AssistantFinished;
import com.hekax.phone.contracts.CallAnswered;
import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.CallStarted;
import com.hekax.phone.contracts.CallTransferEnded;
import com.hekax.phone.contracts.CallTransferStarted;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.platform.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an event means to its call: a line of the story, and a change of the row. */
public record CallNews(OrganizationId organization, CallEvent event, CallChange change) {

  public CallId call() {
    return change.call();
  }

  public static CallNews of(CallStarted started) {
    return news(
        started,
        CallEventKind.STARTED,
        Map.of("direction", started.direction()),
        CallChange.of(started.call(), CallStatus.RINGING, started.occurredAt())
            .between(started.direction(), started.from(), started.to()));
  }

  public static CallNews of(CallAnswered answered) {
    var at = answered.occurredAt();
    var detail = new HashMap<String, Object>(Map.of("by", answered.by()));
    answered.person().ifPresent(name -> detail.put("person", name));
    return news(
        answered,
        CallEventKind.ANSWERED,
        detail,
        CallChange.inProgress(answered.call(), at)
            .stage(CallStage.valueOf(answered.by()), at, answered.person())
            .outcome(CallOutcome.ANSWERED));
  }

  public static CallNews of(CallEnded ended) {
    var status = CallStatus.valueOf(ended.outcome());
    return news(
        ended,
        CallEventKind.ENDED,
        Map.of("status", status, "talkSeconds", ended.talkSeconds()),
        CallChange.of(ended.call(), status, ended.startedAt())
            .between(ended.direction(), ended.from(), ended.to())
            .ended(ended.occurredAt(), ended.talkSeconds())
            .outcome(status == CallStatus.COMPLETED ? CallOutcome.ANSWERED : CallOutcome.MISSED));
  }

  /** A lead that was captured on a call; one that was added by hand says nothing about any. */
  public static Optional<CallNews> of(LeadCaptured captured) {
    var lead = captured.lead();
    return lead.call()
        .map(
            call ->
                news(
                    captured,
                    CallEventKind.LEAD_CAPTURED,
                    Map.of("leadId", lead.id(), "name", lead.name()),
                    CallChange.inProgress(call, captured.occurredAt())
                        .lead(lead.id())
                        .outcome(CallOutcome.LEAD_CAPTURED)));
  }

  public static CallNews of(MessageTaken taken) {
    return news(
        taken,
        CallEventKind.MESSAGE_TAKEN,
        Map.of("messageId", taken.messageId()),
        CallChange.inProgress(taken.call(), taken.occurredAt()).outcome(CallOutcome.MESSAGE_TAKEN));
  }

  public static CallNews of(CallTransferStarted started) {
    return news(
        started,
        CallEventKind.TRANSFER_STARTED,
        Map.of("to", started.to()),
        CallChange.inProgress(started.call(), started.occurredAt())
            .stage(CallStage.TRANSFERRING, started.occurredAt(), Optional.of(started.to())));
  }

  /**
   * Only an answered transfer changes what the call led to. After any other nobody has the caller,
   * until the receptionist or a machine takes the call.
   */
  public static CallNews of(CallTransferEnded ended) {
    var change = CallChange.inProgress(ended.call(), ended.occurredAt());
    if (ended.outcome().equals("ANSWERED")) {
      change = change.transferred(ended.to(), ended.occurredAt()).outcome(CallOutcome.TRANSFERRED);
    } else {
      change = change.stage(CallStage.RINGING, ended.occurredAt());
    }
    return news(
        ended,
        CallEventKind.TRANSFER_ENDED,
        Map.of("to", ended.to(), "outcome", ended.outcome()),
        change);
  }

  public static CallNews of(VoicemailLeft left) {
    return news(
        left,
        CallEventKind.VOICEMAIL_LEFT,
        Map.of("voicemailId", left.voicemailId(), "seconds", left.seconds()),
        CallChange.inProgress(left.call(), left.occurredAt())
            .stage(CallStage.VOICEMAIL, left.occurredAt())
            .outcome(CallOutcome.VOICEMAIL_LEFT));
  }

  public static CallNews of(AssistantFinished finished) {
    return news(
        finished,
        CallEventKind.ASSISTANT_FINISHED,
        Map.of("reason", finished.reason(), "seconds", finished.seconds()),
        CallChange.inProgress(finished.call(), finished.occurredAt())
            .assistantSeconds(finished.seconds())
            .outcome(CallOutcome.ANSWERED));
  }

  private static CallNews news(
      DomainEvent event, CallEventKind kind, Map<String, ?> detail, CallChange.Builder change) {
    return new CallNews(
        event.organization(),
        new CallEvent(event.eventId(), event.occurredAt(), kind, Json.write(detail)),
        change.build());
  }
}
