package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A person is to be written to about their account, whatever they chose to hear of.
 *
 * @param organization the one it is about; for a person who only signs up, the one they will have
 * @param address where to; an e-mail address may be of nobody yet
 * @param code what the mail's link carries is made from this id and a key that no table has; empty
 *     for a mail without a link of its own
 * @param validUntil when the link ends
 * @param facts what the text of that kind names, for example {@code organization} and {@code
 *     inviter}
 */
public record AccountMailRequested(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    AccountMail kind,
    String address,
    Optional<UUID> code,
    Optional<Instant> validUntil,
    Map<String, String> facts)
    implements DomainEvent {

  /** Copies what may be changed. */
  public AccountMailRequested {
    facts = Map.copyOf(facts);
  }
}
