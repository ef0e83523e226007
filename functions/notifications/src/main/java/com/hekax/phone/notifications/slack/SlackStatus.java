package com.hekax.phone.notifications.slack;

/** Whether anything is written to Slack. */
public enum SlackStatus {
  ACTIVE,
  /** Slack does not accept our access any more: somebody has to connect it again. */
  RECONNECT_NEEDED,
  /** The organization has ended it, or has never begun. */
  DISCONNECTED
}
