package com.hekax.phone.telephony;

/** Why people are rung for a caller. */
public enum TransferReason {
  /** The caller asked the assistant for a person. */
  ASKED,
  /** There is no assistant. */
  NO_ASSISTANT,
  /** The assistant could not go on. */
  ASSISTANT_FAILED
}
