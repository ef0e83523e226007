package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.accounts.store.AccountDao;
import com.hekax.phone.accounts.store.EmailChangeDao;
import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.crypto.LinkCodes;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Other addresses to sign in with, each confirmed by who reads its mail. Who asks never learns
 * whether an address has an account: only its mailbox is told.
 */
@AcrossOrganizations("a person signs in to all organizations in one way")
public final class EmailChanges {
  static final Duration LIFE = Duration.ofHours(24);

  private final SystemDatabase database;
  private final Outbox outbox;
  private final LinkCodes codes;
  private final OwnPassword ownPassword;
  private final Attempts attempts;
  private final InstantSource clock;

  EmailChanges(
      SystemDatabase database,
      Outbox outbox,
      LinkCodes codes,
      OwnPassword ownPassword,
      Attempts attempts,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.codes = codes;
    this.ownPassword = ownPassword;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * Writes to the new address, unless it is written to all the time.
   *
   * @param address that the request came from
   * @throws Problem INVALID_REQUEST on {@code password} when it is another
   */
  public void ask(Member member, String address, String email, String password) {
    var person = ownPassword.confirm(member.user(), address, "password", password);
    if (!attempts.mayWriteTo(email)) {
      return;
    }
    var id = UUID.randomUUID();
    var now = clock.instant();
    var end = now.plus(LIFE);
    database.useTransaction(
        tx -> {
          tx.dao(EmailChangeDao.class).begin(person.userId(), id, email, now, end);
          boolean isTaken = tx.dao(AccountDao.class).isKnown(email);
          outbox.add(
              tx,
              isTaken
                  ? mail(
                      AccountMail.ALREADY_SIGNED_UP,
                      person,
                      email,
                      Optional.empty(),
                      Optional.empty(),
                      now)
                  : mail(
                      AccountMail.CONFIRM_EMAIL_CHANGE,
                      person,
                      email,
                      Optional.of(id),
                      Optional.of(end),
                      now));
        });
  }

  /**
   * Makes the address that of whose code it is, and tells the former one.
   *
   * @throws Problem LINK_INVALID for a code that is not good or no longer, EMAIL_TAKEN when the
   *     address has an account by now
   */
  public void redeem(String code) {
    var id = codes.read(AccountMail.CONFIRM_EMAIL_CHANGE, code).orElseThrow(EmailChanges::isOver);
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          var now = clock.instant();
          var people = tx.dao(PersonDao.class);
          var change = tx.dao(EmailChangeDao.class).take(id, now).orElseThrow(EmailChanges::isOver);
          var person = people.find(change.userId()).orElseThrow(EmailChanges::isOver);
          if (people.changeEmail(change.userId(), change.email()) == 0) {
            throw ProblemType.EMAIL_TAKEN.because("There is an account for this e-mail address.");
          }
          // A link that was sent to the former address must not open the account any more.
          people.deleteReset(change.userId());
          outbox.add(tx, Notices.emailChanged(person, change.email(), now));
        });
  }

  private static AccountMailRequested mail(
      AccountMail kind,
      Person person,
      String email,
      Optional<UUID> code,
      Optional<Instant> validUntil,
      Instant now) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        person.organizationId(),
        now,
        kind,
        email,
        code,
        validUntil,
        Map.of("name", person.name()));
  }

  private static Problem isOver() {
    return ProblemType.LINK_INVALID.because(
        "It was used already, is too old, or there is a newer one. Ask for another.");
  }
}
