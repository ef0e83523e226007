package com.hekax.phone.bridge.conversation;

/** Why the assistant's part of a call ended. */
public enum EndReason {
  CALLER_HUNG_UP,
  ASSISTANT_ENDED,
  TRANSFERRED,
  SILENCE,
  TIME_LIMIT,
  MODEL_FAILED,
  STREAM_LOST,
  DRAINED
}
