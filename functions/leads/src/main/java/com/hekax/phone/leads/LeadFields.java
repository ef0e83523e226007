package com.hekax.phone.leads;

import com.hekax.phone.contracts.UserId;
import java.util.Optional;

/** What people may say about a lead, when they add it and when they change it. */
public record LeadFields(
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> company,
    Optional<String> need,
    LeadStage stage,
    Optional<UserId> assignedTo) {}
