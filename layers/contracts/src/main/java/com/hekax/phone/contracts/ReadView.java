package com.hekax.phone.contracts;

/**
 * The views that a domain publishes for others to read, and the only SQL of another domain that may
 * be named. Each runs with its reader's rights, so row-level security holds in them too; a
 * published column is never renamed or removed.
 */
public enum ReadView {
  /** {@code organization_id, user_id, name, email, role}: who belongs to the organization. */
  ACCOUNTS_MEMBERS("accounts_read.members"),

  /**
   * {@code organization_id, plan, call_minutes, ai_minutes, phone_numbers, members, features}: what
   * the organization's plan allows; a limit that is null does not exist.
   */
  ACCOUNTS_ENTITLEMENTS("accounts_read.entitlements"),

  /**
   * {@code organization_id, name, time_zone, country}: who the organization is; the zone as IANA
   * names it, the country as two letters.
   */
  ACCOUNTS_ORGANIZATIONS("accounts_read.organizations"),

  /**
   * {@code organization_id, erases_at}: the organization is closing, and when it is erased; no row
   * for one that goes on.
   */
  ACCOUNTS_CLOSINGS("accounts_read.closings"),

  /** {@code organization_id, number, label}: the numbers that callers reach it on, in E.164. */
  TELEPHONY_PHONE_NUMBERS("telephony_read.phone_numbers"),

  /**
   * {@code organization_id, voicemail_id, call_id, seconds, created_at}: the recordings that
   * callers left.
   */
  TELEPHONY_VOICEMAILS("telephony_read.voicemails"),

  /** {@code organization_id, lead_id, stage, created_at}: its leads, without who they are. */
  LEADS("leads_read.leads"),

  /**
   * {@code organization_id, version, snapshot}: what the receptionist is told for a call, as the
   * JSON that the media bridge gets. No row until the organization's receptionist was first
   * composed.
   */
  RECEPTIONIST_SNAPSHOTS("receptionist_read.snapshots"),

  /**
   * {@code organization_id, call_id, direction, from_number, to_number, status, started_at,
   * ended_at, talk_seconds, outcome, lead_id, transferred_to, assistant_seconds}: what is known of
   * a call, a moment behind the call itself.
   */
  CALLS("calls_read.calls");

  private final String sqlName;

  ReadView(String sqlName) {
    this.sqlName = sqlName;
  }

  public String sqlName() {
    return sqlName;
  }
}
