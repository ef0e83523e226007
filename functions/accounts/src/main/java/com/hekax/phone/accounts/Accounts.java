package com.hekax.phone.accounts;

import com.hekax.phone.accounts.store.AccountDao;
import com.hekax.phone.contracts.OrganizationCreated;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens accounts and knows people by e-mail and password. */
@AcrossOrganizations("who signs in is known by e-mail, before any organization is")
public final class Accounts {
  private final SystemDatabase database;
  private final Outbox outbox;
  private final InstantSource clock;

  Accounts(SystemDatabase database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Opens an organization on a trial with the person as its owner. */
  public Membership signUp(NewAccount account) {
    // Hashing takes a while: not inside the transaction.
    var passwordHash = Passwords.hash(account.password());
    var organization = OrganizationId.create();
    var user = UserId.create();
    var now = clock.instant();
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          var dao = tx.dao(AccountDao.class);
          if (dao.insertUser(user, account, passwordHash, now) == 0) {
            throw ProblemType.EMAIL_TAKEN.because(
                "There is an account for this e-mail address. Sign in instead.");
          }
          dao.insertOrganization(organization, account, now);
          dao.insertMembership(organization, user, Role.OWNER, now);
          outbox.add(tx, created(organization, account, now));
        });
    return new Membership(organization, user, Role.OWNER);
  }

  private static OrganizationCreated created(
      OrganizationId organization, NewAccount account, Instant now) {
    return new OrganizationCreated(
        TimeOrderedUuid.next(),
        organization,
        now,
        account.organizationName(),
        account.timeZone(),
        account.country());
  }

  /** The person with this e-mail and password, in the organization they belong to the longest. */
  public Optional<Membership> find(String email, String password) {
    var credentials = database.inTransaction(tx -> tx.dao(AccountDao.class).findCredentials(email));
    boolean matches = Passwords.matches(password, credentials.map(Credentials::passwordHash));
    return credentials.filter(_ -> matches).map(Credentials::membership);
  }
}
