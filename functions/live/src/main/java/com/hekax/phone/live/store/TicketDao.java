package com.hekax.phone.live.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of one organization over {@code live_tickets}. */
public interface TicketDao {

  @SqlUpdate(
      """
      insert into live_tickets (ticket_hash, organization_id, user_id, expires_at)
      values (:hash, :organization, :user, :expiresAt)
      """)
  void insert(OrganizationId organization, UserId user, byte[] hash, Instant expiresAt);
}
