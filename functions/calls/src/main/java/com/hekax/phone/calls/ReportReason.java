package com.hekax.phone.calls;

/** Why the receptionist left a call. */
public enum ReportReason {
  CALLER_HUNG_UP,
  ASSISTANT_ENDED,
  TRANSFERRED,
  SILENCE,
  TIME_LIMIT,
  MODEL_FAILED,
  STREAM_LOST,
  DRAINED
}
