package com.hekax.phone.live;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.Optional;

/** A lead exactly as the API gives it ({@code Lead} in docs/api/leads.yaml). */
record LeadData(
    LeadId id,
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> company,
    Optional<String> need,
    String stage,
    String source,
    Optional<CallId> callId,
    Optional<Assignee> assignedTo,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  record Assignee(UserId userId, String name) {}

  /**
   * The lead of an event.
   *
   * @param assigneeName the name of the member it is assigned to
   */
  static LeadData of(LeadDetails lead, Optional<String> assigneeName) {
    return new LeadData(
        lead.id(),
        lead.name(),
        lead.phone(),
        lead.email(),
        lead.company(),
        lead.need(),
        lead.stage(),
        lead.source(),
        lead.call(),
        lead.assignedTo().map(user -> new Assignee(user, assigneeName.orElse(""))),
        lead.createdAt(),
        lead.updatedAt(),
        lead.version());
  }
}
