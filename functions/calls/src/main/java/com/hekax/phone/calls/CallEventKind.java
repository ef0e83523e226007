package com.hekax.phone.calls;

/** What can happen in a call, as its story tells it. */
public enum CallEventKind {
  STARTED,
  ANSWERED,
  LEAD_CAPTURED,
  MESSAGE_TAKEN,
  TRANSFER_STARTED,
  TRANSFER_ENDED,
  VOICEMAIL_LEFT,
  ASSISTANT_FINISHED,
  ENDED
}
