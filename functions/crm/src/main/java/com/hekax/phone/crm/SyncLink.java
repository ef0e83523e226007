package com.hekax.phone.crm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of something of ours in a CRM, for whoever writes it there.
 *
 * @param version of the lead as the CRM has it; 0 when it has none
 * @param written the fields we wrote, by the CRM's names
 * @param unsure it was asked to make one and is not known to have answered
 */
public record SyncLink(
    UUID id,
    Optional<String> externalId,
    LinkState state,
    int version,
    Map<String, String> written,
    boolean unsure,
    Instant createdAt) {}
