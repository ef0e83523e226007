package com.hekax.phone.crm;

/** Whether anything is written to a CRM. */
public enum ConnectionStatus {
  ACTIVE,
  /** The CRM does not accept our access any more: somebody has to connect it again. */
  RECONNECT_NEEDED,
  /** The organization has ended it. */
  DISCONNECTED
}
