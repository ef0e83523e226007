package com.hekax.phone.accounts.closing;

import com.hekax.phone.accounts.organization.Organization;
import com.hekax.phone.accounts.passwords.OwnPassword;
import com.hekax.phone.accounts.store.ClosingDao;
import com.hekax.phone.accounts.store.OrganizationDao;
import com.hekax.phone.accounts.store.TeamDao;
import com.hekax.phone.contracts.OrganizationClosing;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.OrganizationReopened;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Closing an organization, and keeping it after all. While it is closing its numbers are out of
 * service; everything else is there, to be looked at, exported and kept.
 */
public final class Closings {
  public static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final Outbox outbox;
  private final OwnPassword passwords;
  private final InstantSource clock;

  public Closings(Database database, Outbox outbox, OwnPassword passwords, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What ends with an organization, and its closing when it is under way. */
  public record Prospect(Holdings holdings, Optional<Closing> closing) {}

  /** What would be lost, or will be. */
  public Prospect look(OrganizationId organization) {
    return database.read(
        organization,
        tx -> {
          var dao = tx.dao(ClosingDao.class);
          return new Prospect(dao.count(organization), dao.find(organization));
        });
  }

  /**
   * Closes it; once it is closing this changes nothing.
   *
   * @param name of the organization, typed by who asks
   * @param address that the request came from
   * @throws Problem INVALID_REQUEST on {@code name} or {@code password}, TOO_MANY_REQUESTS when the
   *     password was tried too often
   */
  public void begin(Member by, String name, String password, String address) {
    var organization = by.organization();
    checkName(
        database
            .read(organization, tx -> tx.dao(OrganizationDao.class).find(organization))
            .orElseThrow(),
        name);
    // Takes a while: not inside the transaction.
    passwords.confirm(by.user(), address, "password", password);
    database.useTransaction(
        organization,
        tx -> {
          var closed = held(tx, by);
          checkName(closed, name);
          begin(tx, by, closed);
        });
  }

  /**
   * Keeps it; one that is not closing stays as it is.
   *
   * @throws Problem CONFLICT when its days are over
   */
  public void undo(Member by) {
    database.useTransaction(
        by.organization(),
        tx -> {
          var kept = held(tx, by);
          tx.dao(ClosingDao.class)
              .find(by.organization())
              .ifPresent(closing -> undo(tx, kept, closing));
        });
  }

  private void begin(Tx tx, Member by, Organization organization) {
    var id = organization.organizationId();
    var dao = tx.dao(ClosingDao.class);
    var now = clock.instant();
    var erasesAt = now.plus(KEPT);
    if (dao.insert(id, by.user(), now, erasesAt) == 0) {
      return;
    }
    outbox.add(tx, new OrganizationClosing(TimeOrderedUuid.next(), id, now, erasesAt));
    ClosingMails.closing(organization, dao.findOwners(id), erasesAt, now)
        .forEach(mail -> outbox.add(tx, mail));
  }

  private void undo(Tx tx, Organization organization, Closing closing) {
    var id = organization.organizationId();
    var dao = tx.dao(ClosingDao.class);
    var now = clock.instant();
    if (!closing.canBeUndone(now) || dao.delete(id) == 0) {
      throw ProblemType.CONFLICT.because(
          "The days in which this could be undone are over: the organization is being erased.");
    }
    outbox.add(tx, new OrganizationReopened(TimeOrderedUuid.next(), id, now));
    ClosingMails.withdrawn(organization, dao.findOwners(id), now)
        .forEach(mail -> outbox.add(tx, mail));
  }

  /** The organization, held, when the asker still owns it. */
  private static Organization held(Tx tx, Member by) {
    var organization = by.organization();
    var held = tx.dao(OrganizationDao.class).lock(organization).orElseThrow();
    var role = tx.dao(TeamDao.class).findRole(organization, by.user());
    if (role.filter(Role.OWNER::equals).isEmpty()) {
      throw ProblemType.FORBIDDEN.because("Only an owner closes or keeps an organization.");
    }
    return held;
  }

  private static void checkName(Organization organization, String name) {
    if (!organization.name().equals(name.strip())) {
      throw Problem.invalid("name", "is not the name of the organization");
    }
  }
}
