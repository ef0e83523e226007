package com.hekax.phone.audit;

import com.hekax.phone.platform.audit.ActorKind;
import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One change, as a table wrote it down.
 *
 * @param actorName of a person who is still a member
 * @param action what it happened to and what happened, as {@code lead.updated}
 * @param before the changed fields by their columns, a JSON object; empty when there were none
 * @param after the same after the change, or what else there is to say of it
 * @param address where the request came from
 */
public record AuditEntry(
    UUID id,
    Instant at,
    ActorKind actorKind,
    Optional<UUID> actorId,
    Optional<String> actorName,
    String action,
    String targetType,
    Optional<String> targetId,
    Optional<String> before,
    Optional<String> after,
    Optional<String> address,
    Optional<String> requestId) {

  /** Its place in the log, which runs from the newest to the oldest. */
  public Cursor position() {
    return new Cursor(at, id);
  }
}
