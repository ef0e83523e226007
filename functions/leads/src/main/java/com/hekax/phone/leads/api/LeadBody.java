package com.hekax.phone.leads.api;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.leads.Lead;
import com.hekax.phone.leads.LeadSource;
import com.hekax.phone.leads.LeadStage;
import java.time.Instant;
import java.util.Optional;

/** A lead as the API shows it. */
record LeadBody(
    LeadId id,
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> company,
    Optional<String> need,
    LeadStage stage,
    LeadSource source,
    Optional<CallId> callId,
    Optional<Assignee> assignedTo,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  record Assignee(UserId userId, String name) {}

  static LeadBody of(Lead lead) {
    return new LeadBody(
        lead.id(),
        lead.name(),
        lead.phone(),
        lead.email(),
        lead.company(),
        lead.need(),
        lead.stage(),
        lead.source(),
        lead.callId(),
        lead.assignedTo().map(user -> new Assignee(user, lead.assigneeName().orElse(""))),
        lead.createdAt(),
        lead.updatedAt(),
        lead.version());
  }
}
