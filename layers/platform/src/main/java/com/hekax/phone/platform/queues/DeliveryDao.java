package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.http.Cursor;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements over {@code deliveries}. What is due is served by the partial index on what waits. */
@RegisterConstructorMapper(Outgoing.class)
public interface DeliveryDao {

  /** Adds it, due at {@code due}: 1, or 0 when the event is on its way to this target already. */
  @SqlUpdate(
      """
      insert into deliveries
        (id, organization_id, consumer, target, event_id, event_type, event, status, next_attempt_at, created_at, correlation_id)
      values
        (:one.id, :organization, :one.consumer, :one.target, :one.eventId, :one.eventType,
         cast(:one.event as jsonb), 'WAITING', :due, :one.createdAt, :one.correlationId)
      on conflict (organization_id, consumer, target, event_id) do nothing
      """)
  int insert(OrganizationId organization, @BindMethods("one") Outgoing one, Instant due);

  @AcrossOrganizations("a job sends again for all organizations")
  @SqlQuery(
      """
      with due as (
        select id, row_number() over (partition by organization_id order by next_attempt_at) as place
          from deliveries
         where consumer = :consumer and status = 'WAITING' and next_attempt_at <= :now),
      claimed as (
        select deliveries.id
          from deliveries
          join due on due.id = deliveries.id
         where due.place <= :perOrganization
           and deliveries.status = 'WAITING' and deliveries.next_attempt_at <= :now
         order by due.place, deliveries.next_attempt_at
         limit :limit
           for update of deliveries skip locked)
      update deliveries
         set next_attempt_at = :lease
        from claimed
       where deliveries.id = claimed.id
      returning deliveries.id, deliveries.organization_id, deliveries.consumer, deliveries.target,
                deliveries.event_id, deliveries.event_type, deliveries.event::text as event,
                deliveries.attempts, deliveries.created_at, deliveries.correlation_id
      """)
  List<Outgoing> claimDue(
      String consumer, Instant now, Instant lease, int perOrganization, int limit);

  /** Ends an attempt, and writes it into the log of attempts. */
  @SqlUpdate(
      """
      with settled as (
        update deliveries
           set status = :status, attempts = attempts + 1, next_attempt_at = :nextAttemptAt,
               last_status = :answer, last_error = :error,
               delivered_at = case when :status = 'DELIVERED' then cast(:now as timestamptz) end
         where organization_id = :organization and id = :id and status = 'WAITING'
        returning id, attempts)
      insert into delivery_attempts (organization_id, delivery_id, attempt, at, status, error)
      select :organization, id, attempts, :now, :answer, :error
        from settled
      """)
  int settle(
      OrganizationId organization,
      UUID id,
      String status,
      Optional<Instant> nextAttemptAt,
      Optional<Integer> answer,
      Optional<String> error,
      Instant now);

  /** A row that is being tried now may move too: its attempt settles it whenever it ends. */
  @SqlUpdate(
      """
      update deliveries
         set next_attempt_at = :until
       where organization_id = :organization and consumer = :consumer and target = :target
         and status = 'WAITING' and next_attempt_at < :until
      """)
  int postpone(OrganizationId organization, String consumer, UUID target, Instant until);

  @SqlUpdate(
      """
      update deliveries
         set status = 'FAILED', next_attempt_at = null, last_error = :error
       where organization_id = :organization and consumer = :consumer and target = :target
         and status = 'WAITING'
      """)
  int giveUp(OrganizationId organization, String consumer, UUID target, String error);

  /** One page, newest first, from right after {@code position}; ids run with the time. */
  @SqlQuery(
      """
      select id, target, event_type, event::text as event, status, attempts, last_status, last_error,
             created_at, next_attempt_at, delivered_at
        from deliveries
       where organization_id = :organization and target = :target and consumer = :consumer
         and id < :position.id
       order by id desc
       limit :limit
      """)
  @RegisterConstructorMapper(DeliveryRecord.class)
  List<DeliveryRecord> findPage(
      OrganizationId organization,
      String consumer,
      UUID target,
      @BindMethods("position") Cursor position,
      int limit);

  /** The same of all targets of a consumer. */
  @SqlQuery(
      """
      select id, target, event_type, event::text as event, status, attempts, last_status, last_error,
             created_at, next_attempt_at, delivered_at
        from deliveries
       where organization_id = :organization and consumer = :consumer
         and id < :position.id
       order by id desc
       limit :limit
      """)
  @RegisterConstructorMapper(DeliveryRecord.class)
  List<DeliveryRecord> findPage(
      OrganizationId organization,
      String consumer,
      @BindMethods("position") Cursor position,
      int limit);

  /** What came of each attempt of these, the oldest first. */
  @SqlQuery(
      """
      select delivery_id, at, status, error
        from delivery_attempts
       where organization_id = :organization and delivery_id = any(:deliveries)
       order by delivery_id, attempt
      """)
  @RegisterConstructorMapper(DeliveryAttempt.class)
  List<DeliveryAttempt> findAttempts(OrganizationId organization, List<UUID> deliveries);
}
