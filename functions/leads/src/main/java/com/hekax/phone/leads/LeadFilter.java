package com.hekax.phone.leads;

import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which leads of a list; empty means all.
 *
 * @param createdFrom the first moment that counts
 * @param createdBefore the first moment that no longer counts
 */
public record LeadFilter(
    Optional<LeadStage> stage,
    Optional<LeadSource> source,
    Optional<Assignment> assignment,
    Optional<Instant> createdFrom,
    Optional<Instant> createdBefore) {

  /**
   * Whose leads.
   *
   * @param to empty for those that are nobody's
   */
  public record Assignment(Optional<UserId> to) {

    /** From a query parameter: a user id, or {@code nobody}. */
    public static Assignment parse(String text) {
      return new Assignment(
          text.equals("nobody") ? Optional.empty() : Optional.of(UserId.parse(text)));
    }
  }
}
