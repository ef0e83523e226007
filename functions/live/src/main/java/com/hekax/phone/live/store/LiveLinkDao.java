package com.hekax.phone.live.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code live_tickets} and {@code live_connections}. */
@RegisterConstructorMapper(LiveLinkDao.Holder.class)
public interface LiveLinkDao {

  /** Whom a ticket was issued to. */
  record Holder(OrganizationId organizationId, UserId userId) {}

  /** Uses a ticket up; empty when it is unknown, used or too old. Of two at once, one gets it. */
  @AcrossOrganizations("a ticket is all that a link shows when it opens")
  @SqlQuery(
      """
      update live_tickets
         set used_at = :now
       where ticket_hash = :hash and used_at is null and expires_at > :now
      returning organization_id, user_id
      """)
  Optional<Holder> redeem(byte[] hash, Instant now);

  @SqlUpdate(
      """
      insert into live_connections (connection_id, organization_id, user_id, connected_at, expires_at)
      values (:connectionId, :organization, :user, :now, :expiresAt)
      """)
  void insert(
      OrganizationId organization,
      UserId user,
      String connectionId,
      Instant now,
      Instant expiresAt);

  @AcrossOrganizations("a connection id is all that comes with what a page says")
  @SqlQuery(
      """
      select organization_id
        from live_connections
       where connection_id = :connectionId and expires_at > :now
      """)
  Optional<OrganizationId> findOrganization(String connectionId, Instant now);

  @AcrossOrganizations("a connection id is all that a closing link shows")
  @SqlUpdate("delete from live_connections where connection_id = :connectionId")
  void delete(String connectionId);
}
