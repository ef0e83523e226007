package com.hekax.phone.crm;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a lead or a call is in a CRM.
 *
 * @param callId of the call, or of the one that the lead was captured on
 * @param externalId as the CRM calls it
 * @param url where people see it there
 * @param error why it is not there
 */
public record CrmLink(
    UUID id,
    Provider provider,
    LinkKind kind,
    LeadId leadId,
    Optional<CallId> callId,
    Optional<String> externalId,
    Optional<String> url,
    LinkState state,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> syncedAt) {

  /** Its place in lists, which run from the newest to the oldest. */
  public Cursor position() {
    return new Cursor(createdAt, id);
  }
}
