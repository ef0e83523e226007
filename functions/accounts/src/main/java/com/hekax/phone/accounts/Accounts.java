package com.hekax.phone.accounts;

import com.hekax.phone.accounts.store.AccountDao;
import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.util.Map;
import java.util.Optional;

/** Knows people by e-mail and password. */
@AcrossOrganizations("who signs in is known by e-mail, before any organization is")
public final class Accounts {
  private final SystemDatabase database;

  Accounts(SystemDatabase database) {
    this.database = database;
  }

  /** The organization that somebody belongs to the longest. */
  public Optional<Membership> membershipOf(UserId user) {
    return database.inTransaction(tx -> tx.dao(AccountDao.class).findFirstMembership(user));
  }

  /** The person with this e-mail and password, in the organization they belong to the longest. */
  public Optional<Membership> find(String email, String password) {
    var credentials = database.inTransaction(tx -> tx.dao(AccountDao.class).findCredentials(email));
    boolean matches = Passwords.matches(password, credentials.map(Credentials::passwordHash));
    var found = credentials.filter(_ -> matches);
    found.ifPresentOrElse(known -> renewHash(known, password), () -> noteRefusal(credentials));
    return found.map(Credentials::membership);
  }

  /**
   * In the log of the person's organization. An unknown address has none: a transaction all the
   * same, and one row less, which is nothing beside the hash.
   */
  private void noteRefusal(Optional<Credentials> credentials) {
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          credentials.ifPresent(
              known ->
                  Audit.note(
                      tx,
                      known.organizationId(),
                      "session.refused",
                      known.userId().toString(),
                      Map.of("because", "PASSWORD")));
        });
  }

  /** A hash from the time when less work was enough is made anew, now that the password is here. */
  private void renewHash(Credentials known, String password) {
    if (Passwords.isOutdated(known.passwordHash())) {
      var hash = Passwords.hash(password);
      database.useTransaction(
          tx -> tx.dao(PersonDao.class).rehash(known.userId(), known.passwordHash(), hash));
    }
  }
}
