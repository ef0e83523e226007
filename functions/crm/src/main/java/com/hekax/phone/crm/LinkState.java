package com.hekax.phone.crm;

/** Whether something of ours is in a CRM. */
public enum LinkState {
  /** It is on its way. */
  WAITING,
  SYNCED,
  /** The CRM refuses it. */
  FAILED
}
