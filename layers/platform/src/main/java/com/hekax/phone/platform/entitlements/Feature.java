package com.hekax.phone.platform.entitlements;

/** What a plan has or has not. */
public enum Feature {
  AI_RECEPTIONIST,
  CRM,
  CALENDAR,
  RECORDING,
  API_KEYS,
  WEBHOOKS
}
