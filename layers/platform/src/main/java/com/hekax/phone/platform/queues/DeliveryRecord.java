package com.hekax.phone.platform.queues;

import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event and one target, as the organization may see it.
 *
 * @param target the webhook's, connection's or member's id
 * @param eventType as the consumer names it
 * @param event as JSON
 * @param status WAITING, DELIVERED or FAILED
 * @param lastStatus of the last answer, when there was one
 * @param nextAttemptAt while it waits
 */
public record DeliveryRecord(
    UUID id,
    UUID target,
    String eventType,
    String event,
    String status,
    int attempts,
    Optional<Integer> lastStatus,
    Optional<String> lastError,
    Instant createdAt,
    Optional<Instant> nextAttemptAt,
    Optional<Instant> deliveredAt) {

  /** Its place in the log, which runs from the newest to the oldest. */
  public Cursor position() {
    return new Cursor(createdAt, id);
  }
}
