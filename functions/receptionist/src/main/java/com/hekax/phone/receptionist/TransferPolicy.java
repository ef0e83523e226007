package com.hekax.phone.receptionist;

/** When callers are put through to a person. */
public enum TransferPolicy {
  WHEN_ASKED,
  WHEN_ASKED_OR_URGENT,
  NEVER
}
