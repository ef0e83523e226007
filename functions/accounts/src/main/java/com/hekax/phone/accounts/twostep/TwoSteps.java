package com.hekax.phone.accounts.twostep;

import com.hekax.phone.accounts.passwords.Notices;
import com.hekax.phone.accounts.passwords.OwnPassword;
import com.hekax.phone.accounts.store.AccountDao;
import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.accounts.store.TwoStepDao;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.crypto.Envelope;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second steps of people. */
@AcrossOrganizations("a person has one second step for all their organizations")
public final class TwoSteps {
  /** How long after the password the code may come. */
  public static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

  private static final String PURPOSE = "authenticator";

  private final SystemDatabase database;
  private final Envelope envelope;
  private final OwnPassword passwords;
  private final Outbox outbox;
  private final InstantSource clock;

  TwoSteps(
      SystemDatabase database,
      Envelope envelope,
      OwnPassword passwords,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.envelope = envelope;
    this.passwords = passwords;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What a person is told of theirs. */
  public record State(Optional<Instant> since, int recoveryCodesLeft) {}

  /** A secret for an app: as text, and as the address that a square of dots carries. */
  public record Begun(String secret, String uri) {}

  public State of(UserId user) {
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(TwoStepDao.class);
          return new State(dao.since(user), dao.countCodes(user));
        });
  }

  /**
   * Begins to set it up; nothing changes for the person before {@link #confirm}.
   *
   * @param address that the request came from
   */
  public Begun begin(UserId user, String password, String address) {
    passwords.confirm(user, address, "password", password);
    var authenticator = Authenticator.create();
    var sealed = envelope.seal(user, PURPOSE, authenticator.secret());
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(TwoStepDao.class);
          if (dao.begin(user, sealed, clock.instant()) == 0) {
            throw ProblemType.CONFLICT.because("Two-step sign-in is on. Turn it off first.");
          }
          return new Begun(authenticator.text(), authenticator.uri(dao.email(user)));
        });
  }

  /**
   * Turns it on with a code that shows that the app has the secret.
   *
   * @return the recovery codes, shown this once
   */
  public List<String> confirm(UserId user, String code) {
    var codes =
        afterCode(
            user,
            code,
            tx -> {
              var dao = tx.dao(TwoStepDao.class);
              if (dao.since(user).isPresent()) {
                throw ProblemType.CONFLICT.because("Two-step sign-in is on already.");
              }
              var now = clock.instant();
              dao.confirm(user, now);
              dao.mark(user, Optional.of(now));
              tell(tx, user, true);
              return renew(dao, user);
            });
    return codes.orElseThrow(TwoSteps::wrongCode);
  }

  /**
   * Turns it off.
   *
   * @param address that the request came from
   */
  public void disable(UserId user, String password, String code, String address) {
    passwords.confirm(user, address, "password", password);
    var off =
        afterCode(
            user,
            code,
            tx -> {
              var dao = tx.dao(TwoStepDao.class);
              dao.deleteCodes(user);
              dao.delete(user);
              dao.mark(user, Optional.empty());
              tell(tx, user, false);
              return true;
            });
    if (off.isEmpty()) {
      throw wrongCode();
    }
  }

  /**
   * Gives new recovery codes; the former ones are good no more.
   *
   * @param address that the request came from
   */
  public List<String> renewCodes(UserId user, String password, String code, String address) {
    passwords.confirm(user, address, "password", password);
    return afterCode(user, code, tx -> renew(tx.dao(TwoStepDao.class), user))
        .orElseThrow(TwoSteps::wrongCode);
  }

  /** A challenge for somebody whose password was right; empty when they have one step alone. */
  public Optional<RandomToken> challenge(UserId user) {
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(TwoStepDao.class);
          if (!dao.isConfirmed(user)) {
            return Optional.empty();
          }
          var challenge = RandomToken.create();
          var now = clock.instant();
          dao.deleteChallengesBefore(user, now);
          dao.insertChallenge(user, challenge.hash(), now.plus(CHALLENGE_LIFE));
          return Optional.of(challenge);
        });
  }

  /** Who has taken the second step; empty when challenge or code is not good. */
  public Optional<UserId> answer(RandomToken challenge, String code) {
    // One transaction, in which a wrong code is counted too: it ends without an exception.
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(TwoStepDao.class);
          return dao.lockChallenge(challenge.hash(), clock.instant())
              .filter(dao::isConfirmed)
              .filter(user -> isRight(dao, user, code) || noteRefusal(tx, user))
              .map(
                  user -> {
                    dao.deleteChallenge(challenge.hash());
                    return user;
                  });
        });
  }

  /** In the log of the organization that the person would have signed in to. */
  private static boolean noteRefusal(Tx tx, UserId user) {
    Audit.attribute(tx);
    tx.dao(AccountDao.class)
        .findFirstMembership(user)
        .ifPresent(
            membership ->
                Audit.note(
                    tx,
                    membership.organization(),
                    "session.refused",
                    user.toString(),
                    Map.of("because", "SECOND_STEP")));
    return false;
  }

  private interface Work<T> {
    T in(Tx tx);
  }

  private <T> Optional<T> afterCode(UserId user, String code, Work<T> work) {
    return database.inTransaction(
        tx -> {
          Audit.attribute(tx);
          boolean isRight = isRight(tx.dao(TwoStepDao.class), user, code);
          return isRight ? Optional.of(work.in(tx)) : Optional.empty();
        });
  }

  /** Whether the code is good now; it is used up, or counted as wrong. */
  private boolean isRight(TwoStepDao dao, UserId user, String code) {
    var now = clock.instant();
    var kept = dao.lock(user).filter(twoStep -> !twoStep.isLocked(now));
    if (kept.isEmpty()) {
      // Even a right code: who guesses does not learn that they have.
      return false;
    }
    var twoStep = kept.get();
    var authenticator = new Authenticator(envelope.open(user, PURPOSE, twoStep.sealed()));
    var step = authenticator.stepOf(code.strip(), now);
    if (step.isPresent() && step.getAsLong() > twoStep.lastStep()) {
      sealAnew(dao, user, twoStep, authenticator);
      dao.succeed(user, step.getAsLong());
      return true;
    }
    if (dao.useCode(user, RecoveryCode.typed(code).hash()) == 1) {
      dao.succeed(user, twoStep.lastStep());
      return true;
    }
    dao.fail(user, now.plus(twoStep.nextLock()));
    return false;
  }

  /** A secret lives for years, and nothing else would bring it under a new key. */
  private void sealAnew(TwoStepDao dao, UserId user, TwoStep kept, Authenticator authenticator) {
    if (!envelope.isPresent(kept.sealed())) {
      dao.reseal(user, envelope.seal(user, PURPOSE, authenticator.secret()));
    }
  }

  private static List<String> renew(TwoStepDao dao, UserId user) {
    var codes = RecoveryCode.newSet();
    dao.deleteCodes(user);
    dao.insertCodes(user, codes.stream().map(RecoveryCode::hash).toList());
    return codes.stream().map(RecoveryCode::shown).toList();
  }

  /** The person, so that they notice a stranger. */
  private void tell(Tx tx, UserId user, boolean isOn) {
    tx.dao(PersonDao.class)
        .find(user)
        .map(person -> Notices.twoStepChanged(person, isOn, clock.instant()))
        .ifPresent(mail -> outbox.add(tx, mail));
  }

  private static Problem wrongCode() {
    return Problem.invalid(
        "code", "is wrong, was used before, or came after too many wrong ones; wait for the next");
  }
}
