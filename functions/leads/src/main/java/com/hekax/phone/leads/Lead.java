package com.hekax.phone.leads;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who wants something from the business.
 *
 * @param phone E.164
 * @param need what they want, in words
 * @param assigneeName the name of the member it is assigned to
 */
public record Lead(
    LeadId id,
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> company,
    Optional<String> need,
    LeadStage stage,
    LeadSource source,
    Optional<CallId> callId,
    Optional<UserId> assignedTo,
    Optional<String> assigneeName,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  /** What people may change. */
  public LeadFields fields() {
    return new LeadFields(name, phone, email, company, need, stage, assignedTo);
  }

  /** Its place in lists, which run from the newest to the oldest. */
  public Cursor position() {
    return new Cursor(createdAt, id.value());
  }

  /** As events carry it. */
  LeadDetails details() {
    return new LeadDetails(
        id,
        name,
        phone,
        email,
        company,
        need,
        stage.name(),
        source.name(),
        callId,
        assignedTo,
        createdAt,
        updatedAt,
        version);
  }
}
