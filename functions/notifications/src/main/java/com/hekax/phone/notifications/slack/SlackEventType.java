package com.hekax.phone.notifications.slack;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import java.util.Arrays;

/** What an organization is told of in Slack. */
enum SlackEventType {
  LEAD_CAPTURED(LeadCaptured.class),
  MESSAGE_TAKEN(MessageTaken.class),
  VOICEMAIL_LEFT(VoicemailLeft.class);

  private final Class<? extends DomainEvent> event;

  SlackEventType(Class<? extends DomainEvent> event) {
    this.event = event;
  }

  /** The type that tells of {@code event}. */
  static SlackEventType of(DomainEvent event) {
    return Arrays.stream(values())
        .filter(type -> type.event.isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}
