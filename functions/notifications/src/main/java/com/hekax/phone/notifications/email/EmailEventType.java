package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.ConnectionLost;
import com.hekax.phone.contracts.CrmSyncFailed;
import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.VoicemailLeft;
import java.util.Arrays;

/** What a member can be told of by e-mail. */
public enum EmailEventType {
  LEAD_CAPTURED(LeadCaptured.class),
  MESSAGE_TAKEN(MessageTaken.class),
  VOICEMAIL_LEFT(VoicemailLeft.class),
  CONNECTION_LOST(ConnectionLost.class),
  CRM_SYNC_FAILED(CrmSyncFailed.class);

  private final Class<? extends DomainEvent> event;

  EmailEventType(Class<? extends DomainEvent> event) {
    this.event = event;
  }

  /** The type that tells of {@code event}. */
  static EmailEventType of(DomainEvent event) {
    return Arrays.stream(values())
        .filter(type -> type.event.isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}
