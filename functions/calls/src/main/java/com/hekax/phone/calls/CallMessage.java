package com.hekax.phone.calls;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that a caller left with the receptionist.
 *
 * @param name of the caller
 * @param phone E.164; where to reach the caller
 * @param forWhom whom it is for, in the caller's words
 */
public record CallMessage(
    UUID id,
    String message,
    Optional<String> name,
    Optional<String> phone,
    Optional<String> forWhom,
    Instant takenAt) {}
