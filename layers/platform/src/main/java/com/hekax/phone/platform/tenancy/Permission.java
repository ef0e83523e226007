package com.hekax.phone.platform.tenancy;

/**
 * What a route asks for. Who holds which is in {@link Role}; {@code GET /api/me} tells the page.
 */
public enum Permission {
  /** Open to all: sign-in, and webhooks that carry a signature of their own. */
  PUBLIC,
  /** Any signed-in member of an organization. */
  SIGNED_IN,
  /** A call in progress, by the credential of its own; nobody's role grants it. */
  CALL,
  CALLS_READ,
  LEADS_READ,
  /** Adds leads, and changes those assigned to oneself or to nobody. */
  LEADS_WRITE,
  /** Changes and assigns any lead of the organization. */
  LEADS_WRITE_ANY,
  /** Says what the receptionist says, knows and does. */
  RECEPTIONIST_MANAGE,
  /** Connects the organization with its CRM. */
  CRM_MANAGE,
  WEBHOOKS_MANAGE,
  /** Says where the organization is told what happened, and sees what was sent. */
  NOTIFICATIONS_MANAGE;

  /** Whether roles are granted it. */
  boolean isGranted() {
    return this != PUBLIC && this != SIGNED_IN && this != CALL;
  }
}
