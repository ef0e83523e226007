package com.hekax.phone.accounts.attempts;

import com.hekax.phone.accounts.store.AttemptDao;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes guessing slow. An attempt is counted, and locks, before its outcome is known; a right
 * password takes that back. So of many made at once no more go through than one after another, and
 * a right password during a lock is refused like a wrong one. Unknown addresses lock as known ones.
 */
@AcrossOrganizations("who signs in is known by e-mail, before any organization is")
public final class Attempts {
  /** Failures longer ago than this are forgiven. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final SystemDatabase database;
  private final InstantSource clock;

  public Attempts(SystemDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One that was let through. */
  public record Attempt(String email, String address, Optional<Instant> addressLock) {}

  /**
   * Lets one try a password.
   *
   * @param address that the request came from
   * @throws Problem TOO_MANY_REQUESTS, with the wait, when it was tried too often
   */
  public Attempt admit(String email, String address) {
    return database.inTransaction(
        tx -> {
          var now = clock.instant();
          // Always in this order: those who wait for one another stand in one line.
          count(tx, Counted.ACCOUNT, Counted.ACCOUNT.key(email), now);
          var lock = count(tx, Counted.ADDRESS, Counted.ADDRESS.key(address), now);
          return new Attempt(email, address, lock);
        });
  }

  /** The password was right: the account begins anew, and the address has one failure less. */
  public void succeeded(Attempt attempt) {
    database.useTransaction(
        tx -> {
          var dao = tx.dao(AttemptDao.class);
          dao.forget(Counted.ACCOUNT.key(attempt.email()));
          dao.takeBack(Counted.ADDRESS.key(attempt.address()), attempt.addressLock());
        });
  }

  /** Lets the account be tried again at once, in {@code tx}. */
  public void unlock(Tx tx, String email) {
    tx.dao(AttemptDao.class).forget(Counted.ACCOUNT.key(email));
  }

  /** Whether one more mail may be sent to a mailbox because anybody asked for it. */
  public boolean mayWriteTo(String email) {
    var key = Counted.MAILBOX.key(email);
    return database.inTransaction(
        tx -> tryToCount(tx, Counted.MAILBOX, key, clock.instant()).isPresent());
  }

  /** Until when the attempt locks, if it does. */
  private static Optional<Instant> count(Tx tx, Counted counted, byte[] key, Instant now) {
    var counting = tryToCount(tx, counted, key, now);
    if (counting.isEmpty()) {
      var end = tx.dao(AttemptDao.class).findLock(key).orElse(now);
      throw ProblemType.TOO_MANY_REQUESTS
          .because("That was tried too often. Wait a little, or choose a new password.")
          .after(Duration.between(now, end));
    }
    return counting.get().lockedUntil();
  }

  private record Counting(Optional<Instant> lockedUntil) {}

  /** Empty when it is locked. */
  private static Optional<Counting> tryToCount(Tx tx, Counted counted, byte[] key, Instant now) {
    var dao = tx.dao(AttemptDao.class);
    return dao.count(key, now, now.minus(REMEMBERED))
        .map(
            attempt -> {
              var lock = counted.lock(attempt);
              if (lock.isZero()) {
                return new Counting(Optional.empty());
              }
              dao.lock(key, now.plus(lock));
              return new Counting(Optional.of(now.plus(lock)));
            });
  }
}
