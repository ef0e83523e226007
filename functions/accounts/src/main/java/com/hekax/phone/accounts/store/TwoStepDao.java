package com.hekax.phone.accounts.store;

import com.hekax.phone.accounts.twostep.TwoStep;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements of the system over {@code two_steps}, {@code recovery_codes} and {@code
 * sign_in_challenges}, and over what {@code users} says of them.
 */
@RegisterConstructorMapper(TwoStep.class)
public interface TwoStepDao {

  /** The person's authenticator, held until the transaction ends: two codes follow one another. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlQuery(
      """
      select encode(secret, 'hex') as sealed_secret, confirmed_at, last_step, failures, locked_until
        from two_steps
       where user_id = :user
         for update
      """)
  Optional<TwoStep> lock(UserId user);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlQuery(
      "select exists (select from two_steps where user_id = :user and confirmed_at is not null)")
  boolean isConfirmed(UserId user);

  /** Begins anew: 1, or 0 when one is confirmed already. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate(
      """
      insert into two_steps (user_id, secret, created_at) values (:user, :secret, :now)
      on conflict (user_id) do update
        set secret = excluded.secret, created_at = excluded.created_at, failures = 0,
            locked_until = null
        where two_steps.confirmed_at is null
      """)
  int begin(UserId user, byte[] secret, Instant now);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate(
      """
      update two_steps set confirmed_at = coalesce(confirmed_at, :now)
       where user_id = :user
      """)
  void confirm(UserId user, Instant now);

  /** Keeps the secret under another seal. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate("update two_steps set secret = :secret where user_id = :user")
  void reseal(UserId user, byte[] secret);

  /** A code was right. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate(
      """
      update two_steps set last_step = greatest(last_step, :step), failures = 0, locked_until = null
       where user_id = :user
      """)
  void succeed(UserId user, long step);

  /** A code was wrong. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate(
      """
      update two_steps set failures = failures + 1, locked_until = :lockedUntil
       where user_id = :user
      """)
  void fail(UserId user, Instant lockedUntil);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate("delete from two_steps where user_id = :user")
  void delete(UserId user);

  /** What the person's teams see of it. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate("update users set two_step_since = :since where id = :user")
  void mark(UserId user, Optional<Instant> since);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlQuery("select two_step_since from users where id = :user")
  Optional<Instant> since(UserId user);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlQuery("select email from users where id = :user")
  String email(UserId user);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlBatch("insert into recovery_codes (user_id, code_hash) values (:user, :hashes)")
  void insertCodes(UserId user, List<byte[]> hashes);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate("delete from recovery_codes where user_id = :user")
  void deleteCodes(UserId user);

  /** Uses a code up: 1, or 0 when the person has no such code. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate("delete from recovery_codes where user_id = :user and code_hash = :hash")
  int useCode(UserId user, byte[] hash);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlQuery("select count(*) from recovery_codes where user_id = :user")
  int countCodes(UserId user);

  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate(
      """
      insert into sign_in_challenges (challenge_hash, user_id, expires_at)
      values (:hash, :user, :expiresAt)
      """)
  void insertChallenge(UserId user, byte[] hash, Instant expiresAt);

  /** Whose challenge it is, held until the transaction ends; empty when it is over. */
  @AcrossOrganizations("a challenge is all that a browser shows")
  @SqlQuery(
      """
      select user_id from sign_in_challenges
       where challenge_hash = :hash and expires_at > :now
         for update
      """)
  Optional<UserId> lockChallenge(byte[] hash, Instant now);

  @AcrossOrganizations("a challenge is all that a browser shows")
  @SqlUpdate("delete from sign_in_challenges where challenge_hash = :hash")
  void deleteChallenge(byte[] hash);

  /** Those of the person that are over. */
  @AcrossOrganizations("a person has one second step for all their organizations")
  @SqlUpdate("delete from sign_in_challenges where user_id = :user and expires_at <= :now")
  void deleteChallengesBefore(UserId user, Instant now);
}
