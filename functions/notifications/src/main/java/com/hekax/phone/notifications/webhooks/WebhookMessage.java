package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a receiver gets. The same event gives the same bytes at every attempt.
 *
 * @param timestamp when it happened, not when it is sent
 * @param data the thing as the API shows it
 */
record WebhookMessage(WebhookEventType type, Instant timestamp, Object data) {

  /** The message that tells of an event, which comes as JSON of its record. */
  static WebhookMessage of(WebhookEventType type, String event) {
    return switch (type) {
      case LEAD_CAPTURED -> {
        var captured = Json.read(event, LeadCaptured.class);
        yield new WebhookMessage(type, captured.occurredAt(), Lead.of(captured.lead()));
      }
      case LEAD_UPDATED -> {
        var updated = Json.read(event, LeadUpdated.class);
        yield new WebhookMessage(type, updated.occurredAt(), Lead.of(updated.lead()));
      }
      case MESSAGE_TAKEN -> {
        var taken = Json.read(event, MessageTaken.class);
        yield new WebhookMessage(type, taken.occurredAt(), Message.of(taken));
      }
      case VOICEMAIL_LEFT -> {
        var left = Json.read(event, VoicemailLeft.class);
        yield new WebhookMessage(type, left.occurredAt(), Voicemail.of(left));
      }
      case CALL_ENDED -> {
        var ended = Json.read(event, CallEnded.class);
        yield new WebhookMessage(type, ended.occurredAt(), Call.of(ended));
      }
    };
  }

  /** A lead as the API shows it, but without the name of the member it is assigned to. */
  record Lead(
      LeadId id,
      String name,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> company,
      Optional<String> need,
      String stage,
      String source,
      Optional<CallId> callId,
      Optional<Assignee> assignedTo,
      Instant createdAt,
      Instant updatedAt,
      int version) {

    record Assignee(UserId userId) {}

    static Lead of(LeadDetails lead) {
      return new Lead(
          lead.id(),
          lead.name(),
          lead.phone(),
          lead.email(),
          lead.company(),
          lead.need(),
          lead.stage(),
          lead.source(),
          lead.call(),
          lead.assignedTo().map(Assignee::new),
          lead.createdAt(),
          lead.updatedAt(),
          lead.version());
    }
  }

  /** What a caller left with the receptionist, and the call it was left in. */
  record Message(
      UUID id,
      CallId callId,
      String message,
      Optional<String> name,
      Optional<String> phone,
      Optional<String> forWhom,
      Instant takenAt) {

    static Message of(MessageTaken event) {
      return new Message(
          event.messageId(),
          event.call(),
          event.message(),
          event.name(),
          event.phone(),
          event.forWhom(),
          event.occurredAt());
    }
  }

  /** A recording that a caller left, and the call it was left in. */
  record Voicemail(UUID id, CallId callId, Optional<String> from, int seconds, Instant leftAt) {

    static Voicemail of(VoicemailLeft event) {
      return new Voicemail(
          event.voicemailId(), event.call(), event.from(), event.seconds(), event.occurredAt());
    }
  }

  /** A call that is over. */
  record Call(
      CallId id,
      String direction,
      Optional<String> from,
      Optional<String> to,
      String outcome,
      Instant startedAt,
      Instant endedAt,
      int talkSeconds) {

    static Call of(CallEnded event) {
      return new Call(
          event.call(),
          event.direction(),
          event.from(),
          event.to(),
          event.outcome(),
          event.startedAt(),
          event.occurredAt(),
          event.talkSeconds());
    }
  }
}
