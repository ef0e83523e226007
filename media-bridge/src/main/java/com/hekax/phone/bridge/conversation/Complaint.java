package com.hekax.phone.bridge.conversation;

/** Which of our events a model's error is about. */
public enum Complaint {
  SESSION_UPDATE,
  RESPONSE_CREATE,
  OTHER
}
