package com.hekax.phone.notifications.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import com.hekax.phone.contracts.CallEnded;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadUpdated;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import java.util.Arrays;

/** What an organization can be told of, and the name it has outside. */
public enum WebhookEventType {
  LEAD_CAPTURED("lead.captured", LeadCaptured.class),
  LEAD_UPDATED("lead.updated", LeadUpdated.class),
  MESSAGE_TAKEN("message.taken", MessageTaken.class),
  VOICEMAIL_LEFT("voicemail.left", VoicemailLeft.class),
  CALL_ENDED("call.ended", CallEnded.class);

  private final String publicName;
  private final Class<? extends DomainEvent> event;

  WebhookEventType(String publicName, Class<? extends DomainEvent> event) {
    this.publicName = publicName;
    this.event = event;
  }

  /** The name in the API and in messages; never changed. */
  @JsonValue
  public String publicName() {
    return publicName;
  }

  /** The type that tells of {@code event}. */
  static WebhookEventType of(DomainEvent event) {
    return Arrays.stream(values())
        .filter(type -> type.event.isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}
