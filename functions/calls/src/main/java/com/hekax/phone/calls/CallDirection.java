package com.hekax.phone.calls;

/** Who rang: a caller the business, or the business somebody. */
public enum CallDirection {
  INBOUND,
  OUTBOUND
}
