package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.passwords.EmailChange;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code email_changes}. */
@AcrossOrganizations("a person signs in to all organizations in one way")
@RegisterConstructorMapper(EmailChange.class)
public interface EmailChangeDao {

  /** Begins one in the place of the one before. */
  @SqlUpdate(
      """
      insert into email_changes (user_id, id, email, created_at, expires_at)
      values (:user, :id, :email, :now, :expiresAt)
      on conflict (user_id) do update
         set id = excluded.id, email = excluded.email, created_at = excluded.created_at,
             expires_at = excluded.expires_at
      """)
  void begin(UserId user, UUID id, String email, Instant now, Instant expiresAt);

  /** Takes it away, so that of two who show its code one gets it; empty when it is over. */
  @SqlQuery(
      "delete from email_changes where id = :id and expires_at > :now returning user_id, email")
  Optional<EmailChange> take(UUID id, Instant now);

  @SqlUpdate("delete from email_changes where user_id = :user")
  void delete(UserId user);
}
