package com.hekax.phone.crm;

import java.time.Instant;
import java.util.Optional;

/**
 * An account in a CRM, as the organization knows it.
 *
 * @param externalAccountId as the CRM calls it, for example HubSpot's {@code hub_id}
 * @param accountName for people, when the CRM tells one
 * @param lastError why it needs to be connected again
 * @param lastOkAt when the CRM last took something
 */
public record CrmConnection(
    CrmConnectionId id,
    Provider provider,
    String externalAccountId,
    Optional<String> accountName,
    ConnectionStatus status,
    Optional<String> lastError,
    Optional<Instant> lastOkAt,
    Instant connectedAt) {}
