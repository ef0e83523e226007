package com.hekax.phone.accounts.team;

import com.hekax.phone.accounts.passwords.OwnPassword;
import com.hekax.phone.accounts.store.OrganizationDao;
import com.hekax.phone.accounts.store.TeamDao;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.InstantSource;
import java.util.List;

/**
 * The people of an organization. Whoever changes the team holds the organization's row: changes
 * follow one another, and each sees what the one before has left.
 */
public final class Team {
  private final Database database;
  private final OwnPassword passwords;
  private final InstantSource clock;

  public Team(Database database, OwnPassword passwords, InstantSource clock) {
    this.database = database;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** All of them, by name. */
  public List<TeamMember> list(OrganizationId organization) {
    return database.read(organization, tx -> tx.dao(TeamDao.class).findAll(organization));
  }

  /** Gives somebody another role. */
  public TeamMember changeRole(Member by, UserId user, Role role) {
    var organization = by.organization();
    return database.inTransaction(
        organization,
        tx -> {
          var dao = holding(tx, organization);
          var rules = new TeamRules(dao, organization);
          var before = rules.of(user);
          rules.checkMayManage(by, before, role);
          if (role != Role.OWNER) {
            rules.checkOneIsLeftBeside(before);
          }
          dao.updateRole(organization, user, role);
          return dao.find(organization, user).orElseThrow();
        });
  }

  /**
   * Takes somebody out of the team, or lets them leave. Their sessions here end with it; what they
   * have elsewhere, and their account, stay.
   */
  public void remove(Member by, UserId user) {
    var organization = by.organization();
    database.useTransaction(
        organization,
        tx -> {
          var dao = holding(tx, organization);
          var rules = new TeamRules(dao, organization);
          var role = rules.of(user);
          boolean leaves = user.equals(by.user());
          if (!leaves) {
            rules.checkMayManage(by, role);
          }
          rules.checkOneIsLeftBeside(role);
          dao.endSessions(organization, user, leaves ? "LEFT" : "REMOVED", clock.instant());
          dao.delete(organization, user);
        });
  }

  /**
   * Makes somebody else the owner and oneself an admin.
   *
   * @param address that the request came from
   */
  public void handOver(Member by, UserId to, String password, String address) {
    // Takes a while: not inside the transaction.
    passwords.confirm(by.user(), address, "password", password);
    var organization = by.organization();
    database.useTransaction(
        organization,
        tx -> {
          var dao = holding(tx, organization);
          var rules = new TeamRules(dao, organization);
          rules.of(to);
          rules.checkMayManage(by, Role.OWNER);
          if (to.equals(by.user())) {
            throw Problem.invalid("userId", "is your own");
          }
          dao.updateRole(organization, to, Role.OWNER);
          dao.updateRole(organization, by.user(), Role.ADMIN);
        });
  }

  private static TeamDao holding(Tx tx, OrganizationId organization) {
    var _ = tx.dao(OrganizationDao.class).lock(organization).orElseThrow();
    return tx.dao(TeamDao.class);
  }
}
