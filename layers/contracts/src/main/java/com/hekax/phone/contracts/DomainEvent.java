package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact that other domains may act on, in the past tense. The record's simple name is the event's
 * detail-type on the bus. Records only ever grow: a new component is an {@link java.util.Optional},
 * and none is renamed or removed.
 */
public interface DomainEvent {

  /** Consumers remember it, so that a redelivery changes nothing. */
  UUID eventId();

  OrganizationId organization();

  /** When it became true, not when it was published. */
  Instant occurredAt();
}
