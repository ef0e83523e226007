package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code handled_events}: which consumer has done its work for which event. */
public interface HandledEventDao {

  /** Notes it: 1, or 0 when it was noted before. */
  @SqlUpdate(
      """
      insert into handled_events (organization_id, consumer, event_id, handled_at)
      values (:organization, :consumer, :eventId, :now)
      on conflict do nothing
      """)
  int insert(OrganizationId organization, String consumer, UUID eventId, Instant now);

  @SqlQuery(
      """
      select exists (
        select from handled_events
         where organization_id = :organization and consumer = :consumer and event_id = :eventId)
      """)
  boolean isHandled(OrganizationId organization, String consumer, UUID eventId);

  @SqlQuery(
      """
      select consumer
        from handled_events
       where organization_id = :organization and event_id = :eventId
      """)
  Set<String> findConsumers(OrganizationId organization, UUID eventId);
}
