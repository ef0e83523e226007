package com.hekax.phone.accounts.store;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Statements of the system over {@code sign_in_attempts}. */
@AcrossOrganizations("who tries is nobody's yet")
public interface AttemptDao {

  /**
   * Counts one more and holds the row until the transaction ends; empty when it is locked.
   *
   * @param forgottenBefore failures before are none
   */
  @SqlQuery(
      """
      insert into sign_in_attempts as attempts (key, failures, attempted_at)
      values (:key, 1, :now)
      on conflict (key) do update
         set failures = case when attempts.attempted_at < :forgottenBefore then 1 else attempts.failures + 1 end,
             attempted_at = :now, locked_until = null
       where attempts.locked_until is null or attempts.locked_until <= :now
      returning failures
      """)
  Optional<Integer> count(byte[] key, Instant now, Instant forgottenBefore);

  @SqlUpdate("update sign_in_attempts set locked_until = :until where key = :key")
  void lock(byte[] key, Instant until);

  @SqlQuery("select locked_until from sign_in_attempts where key = :key")
  Optional<Instant> findLock(byte[] key);

  @SqlUpdate("delete from sign_in_attempts where key = :key")
  void forget(byte[] key);

  /** One failure less, and without the lock that this one brought. */
  @SqlUpdate(
      """
      update sign_in_attempts
         set failures = greatest(failures - 1, 0),
             locked_until = case when locked_until = :lock then null else locked_until end
       where key = :key
      """)
  void takeBack(byte[] key, Optional<Instant> lock);
}
