package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;

/**
 * The public state of a lead, as its events carry it.
 *
 * @param phone E.164, for example +14155550100
 * @param need what they want, in words
 * @param stage NEW, CONTACTED, QUALIFIED, WON or LOST
 * @param source CALL or MANUAL
 * @param call the call it was captured on
 * @param version grows by one with each change; an older one never replaces a newer
 */
public record LeadDetails(
    LeadId id,
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> company,
    Optional<String> need,
    String stage,
    String source,
    Optional<CallId> call,
    Optional<UserId> assignedTo,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
