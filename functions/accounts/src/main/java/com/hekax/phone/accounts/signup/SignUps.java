package com.hekax.phone.accounts.signup;

import com.hekax.phone.accounts.Membership;
import com.hekax.phone.accounts.NewAccount;
import com.hekax.phone.accounts.Passwords;
import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.accounts.passwords.PasswordRules;
import com.hekax.phone.accounts.store.AccountDao;
import com.hekax.phone.accounts.store.SignUpDao;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.OrganizationCreated;
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
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts that are asked for and confirmed. Who asks never learns whether the address has one:
 * only its mailbox is told.
 */
@AcrossOrganizations("an address is confirmed before its organization exists")
public final class SignUps {
  static final Duration LIFE = Duration.ofHours(24);

  private final SystemDatabase database;
  private final Outbox outbox;
  private final LinkCodes codes;
  private final Attempts attempts;
  private final PasswordRules rules;
  private final InstantSource clock;

  SignUps(
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

  /**
   * Writes to the address, unless it is written to all the time; whether it has an account makes no
   * difference but in the mail.
   *
   * @throws Problem INVALID_REQUEST on {@code password} when it is not good enough
   */
  public void ask(NewAccount account) {
    rules.check(
        "password",
        account.password(),
        List.of(account.name(), account.email(), account.organizationName()));
    // Hashing takes a while: not inside the transaction.
    var passwordHash = Passwords.hash(account.password());
    if (!attempts.mayWriteTo(account.email())) {
      return;
    }
    var pending = pending(account, passwordHash);
    var now = clock.instant();
    var end = now.plus(LIFE);
    database.useTransaction(
        tx -> {
          tx.dao(SignUpDao.class).insert(pending.organizationId(), pending, now, end);
          boolean isTaken = tx.dao(AccountDao.class).isKnown(account.email());
          outbox.add(tx, isTaken ? alreadySignedUp(pending, now) : confirm(pending, now, end));
        });
  }

  /**
   * Opens the account that a code is for: an organization on a trial, with the person as its owner.
   *
   * @throws Problem LINK_INVALID for a code that is not good or no longer, EMAIL_TAKEN when the
   *     address has an account by now
   */
  public Membership confirm(String code) {
    var id = codes.read(AccountMail.CONFIRM_SIGN_UP, code).orElseThrow(SignUps::isOver);
    return database.inTransaction(
        tx -> {
          Audit.attribute(tx);
          var now = clock.instant();
          var pending = tx.dao(SignUpDao.class).take(id, now).orElseThrow(SignUps::isOver);
          var user = UserId.create();
          var accounts = tx.dao(AccountDao.class);
          if (accounts.insertUser(user, pending, now) == 0) {
            throw ProblemType.EMAIL_TAKEN.because(
                "There is an account for this e-mail address. Sign in instead.");
          }
          var organization = pending.organizationId();
          accounts.insertOrganization(organization, pending, now);
          accounts.insertMembership(organization, user, Role.OWNER, now);
          outbox.add(tx, created(pending, now));
          return new Membership(organization, user, Role.OWNER);
        });
  }

  private static PendingSignUp pending(NewAccount account, String passwordHash) {
    return new PendingSignUp(
        UUID.randomUUID(),
        OrganizationId.create(),
        account.email(),
        account.name(),
        passwordHash,
        account.organizationName(),
        account.timeZone(),
        account.country());
  }

  private static AccountMailRequested confirm(PendingSignUp pending, Instant now, Instant end) {
    return mail(
        AccountMail.CONFIRM_SIGN_UP, pending, Optional.of(pending.id()), Optional.of(end), now);
  }

  private static AccountMailRequested alreadySignedUp(PendingSignUp pending, Instant now) {
    return mail(AccountMail.ALREADY_SIGNED_UP, pending, Optional.empty(), Optional.empty(), now);
  }

  private static AccountMailRequested mail(
      AccountMail kind,
      PendingSignUp pending,
      Optional<UUID> code,
      Optional<Instant> validUntil,
      Instant now) {
    return new AccountMailRequested(
        TimeOrderedUuid.next(),
        pending.organizationId(),
        now,
        kind,
        pending.email(),
        code,
        validUntil,
        Map.of("name", pending.name()));
  }

  private static OrganizationCreated created(PendingSignUp pending, Instant now) {
    return new OrganizationCreated(
        TimeOrderedUuid.next(),
        pending.organizationId(),
        now,
        pending.organizationName(),
        pending.timeZone(),
        pending.country());
  }

  private static Problem isOver() {
    return ProblemType.LINK_INVALID.because(
        "It was used already, or is too old. Sign in, or sign up once more.");
  }
}
