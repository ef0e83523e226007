package com.hekax.phone.crm.api;

import com.hekax.phone.crm.ConnectionStatus;
import com.hekax.phone.crm.CrmConnection;
import com.hekax.phone.crm.CrmConnectionId;
import com.hekax.phone.crm.Provider;
import java.time.Instant;
import java.util.Optional;

/** A connection as answers show it. */
record ConnectionBody(
    CrmConnectionId id,
    Provider provider,
    String accountId,
    Optional<String> accountName,
    ConnectionStatus status,
    Optional<String> error,
    Optional<Instant> lastOkAt,
    Instant connectedAt) {

  static ConnectionBody of(CrmConnection connection) {
    return new ConnectionBody(
        connection.id(),
        connection.provider(),
        connection.externalAccountId(),
        connection.accountName(),
        connection.status(),
        connection.lastError(),
        connection.lastOkAt(),
        connection.connectedAt());
  }
}
