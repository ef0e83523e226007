package com.hekax.phone.notifications.webhooks;

/** Whether anything is sent. */
public enum WebhookStatus {
  ACTIVE,
  /** Its receiver said that it is gone, or only failed for days. */
  DISABLED
}
