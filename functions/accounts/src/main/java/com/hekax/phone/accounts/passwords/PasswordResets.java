package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.Passwords;
import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.accounts.store.EmailChangeDao;
import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.crypto.LinkCodes;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * New passwords for who forgot theirs and reads the mail of their address. Who asks never learns
 * whether the address has an account: both cost the same, and only the mailbox is told.
 */
@AcrossOrganizations("a person has one password for all organizations")
public final class PasswordResets {
  static final Duration LIFE = Duration.ofMinutes(30);

  private final SystemDatabase database;
  private final Outbox outbox;
  private final LinkCodes codes;
  private final Attempts attempts;
  private final PasswordRules rules;
  private final InstantSource clock;

  PasswordResets(
      SystemDatabase database,
      Outbox outbox,
      LinkCodes codes,
      Attempts attempts,
      PasswordRules rules,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.codes = codes;
    this.attempts = attempts;
    this.rules = rules;
    this.clock = clock;
  }

  /** Writes to the address, unless it is written to all the time. */
  public void ask(String email) {
    if (!attempts.mayWriteTo(email)) {
      return;
    }
    var id = UUID.randomUUID();
    var now = clock.instant();
    var end = now.plus(LIFE);
    database.useTransaction(
        tx -> {
          var dao = tx.dao(PersonDao.class);
          var person = dao.findByEmail(email);
          // For nobody too, where it finds no row: the same statements for all.
          dao.beginReset(person.map(Person::userId).orElseGet(UserId::create), id, now, end);
          outbox.add(
              tx,
              person
                  .map(known -> link(known, id, now, end))
                  .orElseGet(() -> noAccount(email, now)));
        });
  }

  /**
   * Makes the password that of whose code it is, ends all their sessions, and lets them sign in at
   * once however often it was tried before.
   *
   * @throws Problem LINK_INVALID for a code that is not good or no longer, INVALID_REQUEST on
   *     {@code password}
   */
  public void redeem(String code, String password) {
    var id = codes.read(AccountMail.RESET_PASSWORD, code).orElseThrow(PasswordResets::isOver);
    var person = owner(id);
    rules.check("password", password, person.known());
    // Hashing takes a while: not inside the transaction.
    var hash = Passwords.hash(password);
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          var now = clock.instant();
          var dao = tx.dao(PersonDao.class);
          if (dao.takeReset(id, now) == 0) {
            throw isOver();
          }
          dao.changePassword(person.userId(), hash);
          dao.endSessions(person.userId(), Optional.empty(), "PASSWORD_RESET", now);
          // What a stranger may have begun with the former one is void.
          tx.dao(EmailChangeDao.class).delete(person.userId());
          attempts.unlock(tx, person.email());
          outbox.add(tx, Notices.passwordChanged(person, now));
        });
  }

  private Person owner(UUID id) {
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(PersonDao.class);
          return dao.findResetting(id, clock.instant())
              .flatMap(dao::find)
              .orElseThrow(PasswordResets::isOver);
        });
  }

  private static AccountMailRequested link(Person person, UUID id, Instant now, Instant end) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        person.organizationId(),
        now,
        AccountMail.RESET_PASSWORD,
        person.email(),
        Optional.of(id),
        Optional.of(end),
        Map.of("name", person.name()));
  }

  private static AccountMailRequested noAccount(String email, Instant now) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        OrganizationId.create(),
        now,
        AccountMail.NO_ACCOUNT,
        email,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static Problem isOver() {
    return ProblemType.LINK_INVALID.because(
        "It was used already, is too old, or there is a newer one. Ask for another.");
  }
}
