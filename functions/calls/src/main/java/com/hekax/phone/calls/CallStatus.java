package com.hekax.phone.calls;

/**
 * How far a call has come, in the order in which it comes there; the last five are the ways it
 * ends. Of two that are heard of one call, the later one in this order stands.
 */
public enum CallStatus {
  RINGING,
  IN_PROGRESS,
  CANCELED,
  FAILED,
  NO_ANSWER,
  BUSY,
  COMPLETED
}
