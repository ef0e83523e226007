package com.hekax.phone.operations.store;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Deletes what has expired, over all organizations and from the tables of every domain; nothing
 * here reads or changes a row. Each but one is served by the table's index on the time it goes by,
 * and takes the oldest first.
 */
@AcrossOrganizations("old rows go, whoever's they are")
public interface UpkeepDao {

  /** Makes the missing partitions up to so many months ahead. */
  @SqlQuery("select true from app.create_month_partitions(:months)")
  boolean createMonthPartitions(int months);

  /** Drops the partitions of tables that are kept for a time, and says how many. */
  @SqlQuery("select app.drop_expired_month_partitions()")
  int dropExpiredMonthPartitions();

  @SqlUpdate(
      """
      delete from outbox
       where id in (
         select id from outbox where published_at < :before order by published_at limit :limit)
      """)
  int deleteOutbox(Instant before, int limit);

  @SqlUpdate(
      """
      delete from handled_events
       where (organization_id, consumer, event_id) in (
         select organization_id, consumer, event_id
           from handled_events
          where handled_at < :before
          order by handled_at
          limit :limit)
      """)
  int deleteHandledEvents(Instant before, int limit);

  @SqlUpdate(
      """
      delete from idempotency_keys
       where (organization_id, user_id, route, key) in (
         select organization_id, user_id, route, key
           from idempotency_keys
          where created_at < :before
          order by created_at
          limit :limit)
      """)
  int deleteIdempotencyKeys(Instant before, int limit);

  @SqlUpdate(
      """
      delete from deliveries
       where id in (
         select id
           from deliveries
          where status <> 'WAITING' and created_at < :before
          order by created_at
          limit :limit)
      """)
  int deleteSettledDeliveries(Instant before, int limit);

  @SqlUpdate(
      """
      delete from live_tickets
       where ticket_hash in (
         select ticket_hash
           from live_tickets
          where expires_at < :before
          order by expires_at
          limit :limit)
      """)
  int deleteLiveTickets(Instant before, int limit);

  @SqlUpdate(
      """
      delete from live_connections
       where connection_id in (
         select connection_id
           from live_connections
          where expires_at < :before
          order by expires_at
          limit :limit)
      """)
  int deleteLiveConnections(Instant before, int limit);

  @SqlUpdate(
      """
      delete from live_frames
       where (organization_id, seq) in (
         select organization_id, seq
           from live_frames
          where created_at < :before
          order by created_at
          limit :limit)
      """)
  int deleteLiveFrames(Instant before, int limit);

  @SqlUpdate(
      """
      delete from bridge_sessions
       where id in (
         select id from bridge_sessions where expires_at < :before order by expires_at limit :limit)
      """)
  int deleteBridgeSessions(Instant before, int limit);

  @SqlUpdate(
      """
      delete from crm_authorizations
       where state_hash in (
         select state_hash
           from crm_authorizations
          where expires_at < :before
          order by expires_at
          limit :limit)
      """)
  int deleteCrmAuthorizations(Instant before, int limit);

  @SqlUpdate(
      """
      delete from slack_authorizations
       where state_hash in (
         select state_hash
           from slack_authorizations
          where expires_at < :before
          order by expires_at
          limit :limit)
      """)
  int deleteSlackAuthorizations(Instant before, int limit);

  @SqlUpdate(
      """
      delete from crm_calls
       where (organization_id, call_id) in (
         select organization_id, call_id
           from crm_calls
          where heard_at < :before
          order by heard_at
          limit :limit)
      """)
  int deleteCrmCalls(Instant before, int limit);

  @SqlUpdate(
      """
      delete from crm_locks
       where (organization_id, name) in (
         select organization_id, name
           from crm_locks
          where until < :before
          order by until
          limit :limit)
      """)
  int deleteCrmLocks(Instant before, int limit);

  /** Reads all of the table, which has no index on the time, because each request writes there. */
  @SqlUpdate(
      """
      delete from request_rates
       where key in (select key from request_rates where full_at < :before limit :limit)
      """)
  int deleteRequestRates(Instant before, int limit);

  @SqlUpdate(
      """
      delete from refresh_tokens
       where token_hash in (
         select token_hash
           from refresh_tokens
          where expires_at < :before
          order by expires_at
          limit :limit)
      """)
  int deleteRefreshTokens(Instant before, int limit);

  @SqlUpdate(
      """
      delete from sign_in_challenges
       where challenge_hash in (
         select challenge_hash
           from sign_in_challenges
          where expires_at < :before
          order by expires_at
          limit :limit)
      """)
  int deleteSignInChallenges(Instant before, int limit);

  @SqlUpdate(
      """
      delete from invitations
       where id in (
         select id from invitations where expires_at < :before order by expires_at limit :limit)
      """)
  int deleteInvitations(Instant before, int limit);

  @SqlUpdate(
      """
      delete from signups
       where id in (
         select id from signups where expires_at < :before order by expires_at limit :limit)
      """)
  int deleteSignUps(Instant before, int limit);

  @SqlUpdate(
      """
      delete from password_resets
       where user_id in (
         select user_id from password_resets where expires_at < :before order by expires_at limit :limit)
      """)
  int deletePasswordResets(Instant before, int limit);

  @SqlUpdate(
      """
      delete from sign_in_attempts
       where key in (
         select key from sign_in_attempts where attempted_at < :before order by attempted_at limit :limit)
      """)
  int deleteSignInAttempts(Instant before, int limit);

  @SqlUpdate(
      """
      delete from email_changes
       where user_id in (
         select user_id from email_changes where expires_at < :before order by expires_at limit :limit)
      """)
  int deleteEmailChanges(Instant before, int limit);

  @SqlUpdate(
      """
      delete from organization_erasures
       where organization_id in (
         select organization_id
           from organization_erasures
          where erased_at < :before
          order by erased_at
          limit :limit)
      """)
  int deleteOrganizationErasures(Instant before, int limit);
}
