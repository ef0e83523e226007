package com.hekax.phone.telephony;

/** Whether a leg was called to us or by us. */
public enum LegDirection {
  INBOUND,
  OUTBOUND
}
