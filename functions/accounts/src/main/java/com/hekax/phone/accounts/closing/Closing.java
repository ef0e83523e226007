package com.hekax.phone.accounts.closing;

import java.time.Instant;
import java.util.Optional;

/**
 * An organization that its owners have closed.
 *
 * @param erasesAt until when it can be undone
 * @param begunAt since when it is being erased; empty until then
 */
public record Closing(Instant requestedAt, Instant erasesAt, Optional<Instant> begunAt) {

  boolean canBeUndone(Instant now) {
    return begunAt.isEmpty() && now.isBefore(erasesAt);
  }
}
