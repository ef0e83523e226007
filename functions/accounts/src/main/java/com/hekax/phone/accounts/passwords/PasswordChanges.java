package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.Passwords;
import com.hekax.phone.accounts.store.EmailChangeDao;
import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Member;
import java.time.InstantSource;
import java.util.Optional;

/** New passwords for who knows theirs. */
@AcrossOrganizations("a person has one password for all organizations")
public final class PasswordChanges {
  private final SystemDatabase database;
  private final Outbox outbox;
  private final OwnPassword ownPassword;
  private final PasswordRules rules;
  private final InstantSource clock;

  PasswordChanges(
      SystemDatabase database,
      Outbox outbox,
      OwnPassword ownPassword,
      PasswordRules rules,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.ownPassword = ownPassword;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Changes it, and ends all sessions of the person but the one that asks; what a stranger may have
   * begun with the former one is void.
   *
   * @param address that the request came from
   * @throws Problem INVALID_REQUEST on {@code currentPassword} or {@code newPassword}
   */
  public void change(Member member, String address, String currentPassword, String newPassword) {
    var person = ownPassword.confirm(member.user(), address, "currentPassword", currentPassword);
    rules.check("newPassword", newPassword, person.known());
    // Hashing takes a while: not inside the transaction.
    var hash = Passwords.hash(newPassword);
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          var now = clock.instant();
          var dao = tx.dao(PersonDao.class);
          dao.changePassword(member.user(), hash);
          dao.endSessions(member.user(), Optional.of(member.session()), "PASSWORD_CHANGED", now);
          dao.deleteReset(member.user());
          tx.dao(EmailChangeDao.class).delete(member.user());
          outbox.add(tx, Notices.passwordChanged(person, now));
        });
  }
}
