package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stream that is waited for, as it is saved.
 *
 * @param expiresAt when the credential it will have ends at the latest
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: it is written once.
public record NewBridgeSession(
    UUID id,
    CallId callId,
    String callSid,
    String accountSid,
    Optional<ComingBack> cameBack,
    byte[] tokenHash,
    Instant tokenExpiresAt,
    Instant createdAt,
    Instant expiresAt) {}
