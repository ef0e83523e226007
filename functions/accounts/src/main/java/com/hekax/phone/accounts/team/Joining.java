package com.hekax.phone.accounts.team;

import com.hekax.phone.accounts.Membership;
import com.hekax.phone.accounts.Passwords;
import com.hekax.phone.accounts.passwords.PasswordRules;
import com.hekax.phone.accounts.store.JoinDao;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.crypto.LinkCodes;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * People who follow the link of an invitation. A link is good once, and only while the invitation
 * is open; one that is not good says nothing of why.
 */
@AcrossOrganizations("who joins an organization is not in it yet")
public final class Joining {
  private final SystemDatabase database;
  private final LinkCodes codes;
  private final PasswordRules rules;
  private final InstantSource clock;

  public Joining(
      SystemDatabase database, LinkCodes codes, PasswordRules rules, InstantSource clock) {
    this.database = database;
    this.codes = codes;
    this.rules = rules;
    this.clock = clock;
  }

  /** What the link is for. */
  public Welcome lookUp(String code) {
    var id = read(code);
    return database.inTransaction(tx -> open(tx, id));
  }

  /**
   * Joins as somebody who has no account, or one that belongs nowhere any more: the mailbox is
   * theirs, as the link shows, so the account begins anew with this name and password.
   *
   * @throws Problem EMAIL_TAKEN when they can sign in, and have to
   */
  public Membership accept(String code, String name, String password) {
    var id = read(code);
    var welcome = lookUp(code);
    checkIsNew(welcome);
    rules.check("password", password, List.of(name, welcome.email(), welcome.organizationName()));
    // Hashing takes a while: not inside the transaction.
    var passwordHash = Passwords.hash(password);
    return database.inTransaction(
        tx -> {
          Audit.attribute(tx);
          var invited = hold(tx, id);
          checkIsNew(invited);
          return join(tx, invited, person(tx, invited, name, passwordHash));
        });
  }

  /** Joins as somebody who has signed in, with the address that was invited. */
  public OrganizationId acceptAs(UserId user, String code) {
    var id = read(code);
    return database.inTransaction(
        tx -> {
          Audit.attribute(tx);
          var invited = hold(tx, id);
          if (invited.person().filter(user::equals).isEmpty()) {
            throw ProblemType.FORBIDDEN.because(
                "The invitation is for another e-mail address. Sign in with that one.");
          }
          return join(tx, invited, user).organization();
        });
  }

  private Membership join(Tx tx, Welcome invited, UserId user) {
    var dao = tx.dao(JoinDao.class);
    var organization = invited.organizationId();
    var membership = new Membership(organization, user, invited.role());
    var most = dao.findMemberLimit(organization);
    if (most.isPresent() && dao.countMembers(organization) >= most.get()) {
      throw ProblemType.PLAN_LIMIT.because(
          "%s has no room for more members. Ask %s.",
          invited.organizationName(), invited.inviterName());
    }
    dao.markAccepted(organization, invited.id(), user, clock.instant());
    dao.insertMembership(organization, user, invited.role(), clock.instant());
    return membership;
  }

  private UserId person(Tx tx, Welcome invited, String name, String passwordHash) {
    var dao = tx.dao(JoinDao.class);
    if (invited.person().isPresent()) {
      var known = invited.person().get();
      dao.beginAnew(known, name, passwordHash);
      return known;
    }
    var user = UserId.create();
    if (dao.insertUser(user, invited.email(), name, passwordHash, clock.instant()) == 0) {
      throw hasAccount();
    }
    return user;
  }

  /** The invitation, and its organization held: who is second sees what the first has done. */
  private Welcome hold(Tx tx, UUID id) {
    tx.dao(JoinDao.class).lock(open(tx, id).organizationId());
    return open(tx, id);
  }

  private Welcome open(Tx tx, UUID id) {
    return tx.dao(JoinDao.class).findOpen(id, clock.instant()).orElseThrow(Joining::isOver);
  }

  private UUID read(String code) {
    return codes.read(AccountMail.INVITATION, code).orElseThrow(Joining::isOver);
  }

  private static void checkIsNew(Welcome invited) {
    if (invited.hasAccount()) {
      throw hasAccount();
    }
  }

  private static Problem hasAccount() {
    return ProblemType.EMAIL_TAKEN.because(
        "There is an account for this e-mail address. Sign in, then accept.");
  }

  private static Problem isOver() {
    return ProblemType.LINK_INVALID.because(
        "The invitation was used, withdrawn or is too old. Ask for another.");
  }
}
