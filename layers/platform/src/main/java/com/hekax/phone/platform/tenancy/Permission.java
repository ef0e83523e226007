package com.hekax.phone.platform.tenancy;

/**
 * What a route asks for. Who holds which is in {@link Role}; {@code GET /api/me} tells the page.
 */
public enum Permission {
  /** Open to all: sign-in, and webhooks that carry a signature of their own. */
  PUBLIC(Holders.NOBODY),
  /** Any signed-in member, for what everybody in the organization sees or has. */
  SIGNED_IN(Holders.NOBODY),
  /** Any signed-in person, for their own account: also one whose organization waits for a step. */
  OWN_ACCOUNT(Holders.NOBODY),
  /** A call in progress, by the credential of its own; nobody's role grants it. */
  CALL(Holders.NOBODY),
  CALLS_READ(Holders.PEOPLE_AND_KEYS),
  LEADS_READ(Holders.PEOPLE_AND_KEYS),
  /** Adds leads, and changes those assigned to oneself or to nobody. */
  LEADS_WRITE(Holders.PEOPLE_AND_KEYS),
  /** Changes and assigns any lead of the organization. */
  LEADS_WRITE_ANY(Holders.PEOPLE_AND_KEYS),
  /** Says what the receptionist says, knows and does. */
  RECEPTIONIST_MANAGE(Holders.PEOPLE_AND_KEYS),
  /** Connects the organization with its CRM. */
  CRM_MANAGE(Holders.PEOPLE_AND_KEYS),
  WEBHOOKS_MANAGE(Holders.PEOPLE_AND_KEYS),
  /** Says where the organization is told what happened, and sees what was sent. */
  NOTIFICATIONS_MANAGE(Holders.PEOPLE_AND_KEYS),
  /** Sees who belongs to the organization. */
  TEAM_READ(Holders.PEOPLE_AND_KEYS),
  /** Invites people, gives them roles and takes them out. */
  TEAM_MANAGE(Holders.PEOPLE),
  /** Says who the organization is and how people sign in to it. */
  ORGANIZATION_MANAGE(Holders.PEOPLE),
  /** Gives keys to programs: a key that could give keys would outlive its end. */
  API_KEYS_MANAGE(Holders.PEOPLE),
  /** Sees who changed what. */
  AUDIT_READ(Holders.PEOPLE_AND_KEYS),
  /** Hands the organization to somebody else, or closes it. */
  ORGANIZATION_OWN(Holders.PEOPLE);

  private enum Holders {
    NOBODY,
    PEOPLE,
    PEOPLE_AND_KEYS
  }

  private final Holders holders;

  Permission(Holders holders) {
    this.holders = holders;
  }

  /** Whether roles are granted it. */
  boolean isGranted() {
    return holders != Holders.NOBODY;
  }

  /** Whether an API key may have it as a scope. */
  public boolean isScope() {
    return holders == Holders.PEOPLE_AND_KEYS;
  }
}
