package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.ContinuingSession;
import com.hekax.phone.accounts.OpenSession;
import com.hekax.phone.accounts.Standing;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code sessions} and {@code refresh_tokens}. */
@RegisterConstructorMapper(ContinuingSession.class)
@RegisterConstructorMapper(OpenSession.class)
@RegisterConstructorMapper(Standing.class)
public interface SessionDao {

  @SqlUpdate(
      """
      insert into sessions (id, organization_id, user_id, created_at, user_agent)
      values (:session, :organization, :user, :now, :userAgent)
      """)
  void insertSession(
      OrganizationId organization,
      SessionId session,
      UserId user,
      Optional<String> userAgent,
      Instant now);

  @SqlUpdate(
      """
      insert into refresh_tokens (token_hash, organization_id, session_id, issued_at, expires_at)
      values (:hash, :organization, :session, :now, :expiresAt)
      """)
  void insertToken(
      OrganizationId organization, SessionId session, byte[] hash, Instant now, Instant expiresAt);

  /** The token's session, held until the transaction ends: two refreshes follow one another. */
  @AcrossOrganizations("a refresh token is all that a browser shows")
  @SqlQuery(
      """
      select sessions.organization_id, sessions.user_id, memberships.role, sessions.id as session_id,
             refresh_tokens.expires_at, refresh_tokens.replaced_at, sessions.ended_at
        from refresh_tokens
        join sessions on sessions.id = refresh_tokens.session_id
        join memberships on memberships.organization_id = sessions.organization_id
                        and memberships.user_id = sessions.user_id
       where refresh_tokens.token_hash = :hash
         for update of refresh_tokens, sessions
      """)
  Optional<ContinuingSession> lockByToken(byte[] hash);

  /** The device is still there. */
  @SqlUpdate(
      """
      update sessions set last_used_at = :now, address = :address
       where organization_id = :organization and id = :session
      """)
  void markUsed(OrganizationId organization, SessionId session, String address, Instant now);

  /** Where a person is signed in, newest first; what was last used before {@code since} is over. */
  @AcrossOrganizations("a person has one list of devices for all their organizations")
  @SqlQuery(
      """
      select id, user_agent, address, created_at, coalesce(last_used_at, created_at) as last_used_at
        from sessions
       where user_id = :user and ended_at is null and coalesce(last_used_at, created_at) > :since
       order by id desc
       limit :limit
      """)
  List<OpenSession> findOpen(UserId user, Instant since, int limit);

  /** Ends one session of a person: 1, or 0 when it is not theirs or has ended. */
  @AcrossOrganizations("a person may be signed in to several organizations")
  @SqlUpdate(
      """
      update sessions set ended_at = :now, ended_because = :because
       where user_id = :user and id = :session and ended_at is null
      """)
  int endOf(UserId user, SessionId session, String because, Instant now);

  @AcrossOrganizations("a person who signs out everywhere means all their organizations")
  @SqlUpdate(
      """
      update sessions set ended_at = :now, ended_because = :because
       where user_id = :user and ended_at is null
      """)
  void endAllOf(UserId user, String because, Instant now);

  /** What a person is in an organization; empty when they do not belong to it. */
  @SqlQuery(
      """
      select role from memberships
       where organization_id = :organization and user_id = :user
      """)
  Optional<Role> findRole(OrganizationId organization, UserId user);

  /** What the person of a session may be in its organization now; empty when nothing is left. */
  @SqlQuery(
      """
      select memberships.role,
             organizations.require_two_step and users.two_step_since is null as restricted
        from sessions
        join memberships on memberships.organization_id = sessions.organization_id
                        and memberships.user_id = sessions.user_id
        join organizations on organizations.organization_id = sessions.organization_id
        join users on users.id = sessions.user_id
       where sessions.organization_id = :organization and sessions.id = :session
         and sessions.user_id = :user and sessions.ended_at is null
      """)
  Optional<Standing> findStanding(OrganizationId organization, SessionId session, UserId user);

  @SqlUpdate(
      """
      update refresh_tokens set replaced_at = :now
       where organization_id = :organization and token_hash = :hash
      """)
  void markReplaced(OrganizationId organization, byte[] hash, Instant now);

  @SqlUpdate(
      """
      update sessions set ended_at = :now, ended_because = :because
       where organization_id = :organization and id = :session and ended_at is null
      """)
  void end(OrganizationId organization, SessionId session, String because, Instant now);
}
