package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.passwords.Person;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements of the system over {@code users} and {@code password_resets}: who is in no
 * organization is nobody here.
 */
@AcrossOrganizations("a person signs in to all organizations in one way")
@RegisterConstructorMapper(Person.class)
public interface PersonDao {

  @SqlQuery(
      """
      select users.id as user_id, users.email, users.name, users.password_hash,
             organizations.organization_id, organizations.name as organization_name
        from users
        join memberships on memberships.user_id = users.id
        join organizations on organizations.organization_id = memberships.organization_id
       where lower(users.email) = lower(:email)
       order by memberships.created_at
       limit 1
      """)
  Optional<Person> findByEmail(String email);

  @SqlQuery(
      """
      select users.id as user_id, users.email, users.name, users.password_hash,
             organizations.organization_id, organizations.name as organization_name
        from users
        join memberships on memberships.user_id = users.id
        join organizations on organizations.organization_id = memberships.organization_id
       where users.id = :user
       order by memberships.created_at
       limit 1
      """)
  Optional<Person> find(UserId user);

  /** Whose reset it is, while it is good. */
  @SqlQuery("select user_id from password_resets where id = :id and expires_at > :now")
  Optional<UserId> findResetting(UUID id, Instant now);

  /** Begins a reset in the place of the one before; for nobody it changes nothing. */
  @SqlUpdate(
      """
      insert into password_resets (user_id, id, created_at, expires_at)
      select id, :id, :now, :expiresAt from users where id = :user
      on conflict (user_id) do update
         set id = excluded.id, created_at = excluded.created_at, expires_at = excluded.expires_at
      """)
  void beginReset(UserId user, UUID id, Instant now, Instant expiresAt);

  /** Takes it away, so that of two who show its code one gets it: 1, or 0 when it is over. */
  @SqlUpdate("delete from password_resets where id = :id and expires_at > :now")
  int takeReset(UUID id, Instant now);

  @SqlUpdate("delete from password_resets where user_id = :user")
  void deleteReset(UserId user);

  @SqlUpdate("update users set password_hash = :hash where id = :user")
  void changePassword(UserId user, String hash);

  @SqlUpdate("update users set name = :name where id = :user")
  void rename(UserId user, String name);

  /** Gives the person another address: 1, or 0 when it is somebody's. */
  @SqlUpdate(
      """
      update users set email = :email
       where id = :user
         and not exists (select from users as others where lower(others.email) = lower(:email))
      """)
  int changeEmail(UserId user, String email);

  /** The same password by a better hash: only while it is still that password. */
  @SqlUpdate("update users set password_hash = :hash where id = :user and password_hash = :former")
  void rehash(UserId user, String former, String hash);

  /** Ends all sessions of a person, in all organizations, but one if any. */
  @SqlUpdate(
      """
      update sessions set ended_at = :now, ended_because = :because
       where user_id = :user and ended_at is null and id is distinct from cast(:except as uuid)
      """)
  void endSessions(UserId user, Optional<SessionId> except, String because, Instant now);
}
