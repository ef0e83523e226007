package com.hekax.phone.telephony.store;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.telephony.BridgeSession;
import com.hekax.phone.telephony.NewBridgeSession;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of one organization over {@code bridge_sessions}. */
@RegisterConstructorMapper(BridgeSession.class)
public interface BridgeSessionDao {

  @SqlUpdate(
      """
      insert into bridge_sessions
        (id, organization_id, call_id, call_sid, account_sid, came_back, token_hash, token_expires_at, created_at,
         expires_at)
      values
        (:session.id, :organization, :session.callId, :session.callSid, :session.accountSid, :session.cameBack,
         :session.tokenHash, :session.tokenExpiresAt, :session.createdAt, :session.expiresAt)
      """)
  void insert(OrganizationId organization, @BindMethods("session") NewBridgeSession session);

  /** Gives one that is waited for another token, beside those it had. */
  @SqlUpdate(
      """
      update bridge_sessions
         set earlier_token_hashes = earlier_token_hashes || token_hash, token_hash = :hash, token_expires_at = :expiresAt
       where organization_id = :organization and id = :session and used_at is null
      """)
  void renew(OrganizationId organization, UUID session, byte[] hash, Instant expiresAt);

  /** All of a call, oldest first. */
  @SqlQuery(
      """
      select id, came_back, used_at, closed_at, hang_up_at
        from bridge_sessions
       where organization_id = :organization and call_id = :call
       order by id
      """)
  List<BridgeSession> findOfCall(OrganizationId organization, CallId call);

  @SqlUpdate(
      """
      update bridge_sessions
         set closed_at = coalesce(closed_at, :now)
       where organization_id = :organization and id = :session
      """)
  void close(OrganizationId organization, UUID session, Instant now);

  @SqlUpdate(
      """
      update bridge_sessions
         set hang_up_at = coalesce(hang_up_at, :now)
       where organization_id = :organization and call_id = :call
      """)
  void noteHangUp(OrganizationId organization, CallId call, Instant now);

  /** Closes all of a call; credentials stay good until {@code lastWord} at most. */
  @SqlUpdate(
      """
      update bridge_sessions
         set closed_at = coalesce(closed_at, :now), expires_at = least(expires_at, :lastWord)
       where organization_id = :organization and call_id = :call
      """)
  void endOfCall(OrganizationId organization, CallId call, Instant now, Instant lastWord);
}
