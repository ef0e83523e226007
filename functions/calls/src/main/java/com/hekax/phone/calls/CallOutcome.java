package com.hekax.phone.calls;

/**
 * What a call led to. A call may lead to several of these; the last one in this order is what it is
 * known by, so an outcome only moves up.
 */
public enum CallOutcome {
  /** It ended, and nobody had answered it. */
  MISSED,
  ANSWERED,
  /** Nobody could take it, and the caller spoke to a machine. */
  VOICEMAIL_LEFT,
  MESSAGE_TAKEN,
  LEAD_CAPTURED,
  /** A person took it over. */
  TRANSFERRED
}
