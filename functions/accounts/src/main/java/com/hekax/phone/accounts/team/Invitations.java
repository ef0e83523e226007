package com.hekax.phone.accounts.team;

import com.hekax.phone.accounts.store.InvitationDao;
import com.hekax.phone.accounts.store.OrganizationDao;
import com.hekax.phone.accounts.store.TeamDao;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.FieldError;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * People who are asked to join an organization. Each is written a link that is good for a week and
 * once; a newer one takes its place. Like all changes of a team these hold the organization's row.
 */
public final class Invitations {
  static final Duration LIFE = Duration.ofDays(7);

  private final Database database;
  private final Entitlements entitlements;
  private final Outbox outbox;
  private final InstantSource clock;

  public Invitations(
      Database database, Entitlements entitlements, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.entitlements = entitlements;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** All that were not accepted or withdrawn, newest first; some may have expired. */
  public List<Invitation> list(OrganizationId organization) {
    return database.read(organization, tx -> tx.dao(InvitationDao.class).findWaiting(organization));
  }

  /** Asks people to join: all of them, or none when one cannot be asked. */
  public List<Invitation> invite(Member by, List<NewInvitation> invited) {
    var organization = by.organization();
    return database.inTransaction(
        organization,
        tx -> {
          hold(tx, by, invited.stream().map(NewInvitation::role).toArray(Role[]::new));
          var now = clock.instant();
          checkMayBeAsked(tx, organization, invited, now);
          checkThereIsRoom(tx, organization, invited.size(), now);
          return invited.stream().map(one -> invite(tx, by, one, now)).toList();
        });
  }

  /** Writes once more, with a new link; the former is good no longer. */
  public Invitation resend(Member by, InvitationId id) {
    var organization = by.organization();
    return database.inTransaction(
        organization,
        tx -> {
          var before = waiting(tx, organization, id);
          hold(tx, by, before.role());
          var now = clock.instant();
          if (!before.expiresAt().isAfter(now)) {
            // It took no place while it was expired.
            checkThereIsRoom(tx, organization, 1, now);
          }
          var code = UUID.randomUUID();
          if (tx.dao(InvitationDao.class).renew(organization, id, code, now.plus(LIFE)) == 0) {
            throw missing(id);
          }
          return written(tx, by, id, code, now);
        });
  }

  /** Takes an invitation back: its link is good no longer. */
  public void withdraw(Member by, InvitationId id) {
    var organization = by.organization();
    database.useTransaction(
        organization,
        tx -> {
          hold(tx, by, waiting(tx, organization, id).role());
          if (tx.dao(InvitationDao.class).withdraw(organization, id, clock.instant()) == 0) {
            throw missing(id);
          }
        });
  }

  private Invitation invite(Tx tx, Member by, NewInvitation invited, Instant now) {
    var dao = tx.dao(InvitationDao.class);
    var id = InvitationId.create();
    var code = UUID.randomUUID();
    // One that has expired gives its place to the new one.
    dao.withdrawExpired(by.organization(), invited.address(), now);
    dao.insert(by.organization(), id, invited, by.user(), code, now, now.plus(LIFE));
    return written(tx, by, id, code, now);
  }

  /** The invitation as it is now, and its mail on the way. */
  private Invitation written(Tx tx, Member by, InvitationId id, UUID code, Instant now) {
    var organization = by.organization();
    var invitation = waiting(tx, organization, id);
    var name = tx.dao(OrganizationDao.class).find(organization).orElseThrow().name();
    var inviter = tx.dao(TeamDao.class).find(organization, by.user()).orElseThrow().name();
    outbox.add(
        tx,
        new AccountMailRequested(
            TimeOrderedUuid.next(),
            organization,
            now,
            AccountMail.INVITATION,
            invitation.email(),
            Optional.of(code),
            Optional.of(invitation.expiresAt()),
            Map.of("organization", name, "inviter", inviter, "role", invitation.role().name())));
    return invitation;
  }

  private static void hold(Tx tx, Member by, Role... roles) {
    var organization = by.organization();
    var _ = tx.dao(OrganizationDao.class).lock(organization).orElseThrow();
    new TeamRules(tx.dao(TeamDao.class), organization).checkMayManage(by, roles);
  }

  private static void checkMayBeAsked(
      Tx tx, OrganizationId organization, List<NewInvitation> invited, Instant now) {
    var addresses = invited.stream().map(NewInvitation::address).toList();
    var dao = tx.dao(InvitationDao.class);
    var members = dao.findMembersAmong(organization, addresses);
    var waiting = dao.findOpenAmong(organization, addresses, now);
    var before = new HashSet<String>();
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < addresses.size(); i++) {
      var field = "invitations[" + i + "].email";
      var address = addresses.get(i);
      if (members.contains(address)) {
        errors.add(new FieldError(field, "is a member already"));
      } else if (waiting.contains(address)) {
        errors.add(new FieldError(field, "has an invitation, which can be sent again"));
      } else if (!before.add(address)) {
        errors.add(new FieldError(field, "is there twice"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private void checkThereIsRoom(Tx tx, OrganizationId organization, int more, Instant now) {
    var plan = entitlements.of(organization);
    if (plan.members().isEmpty()) {
      return;
    }
    int most = plan.members().get();
    int taken = tx.dao(InvitationDao.class).countMembersAndOpen(organization, now);
    if (taken + more > most) {
      throw ProblemType.PLAN_LIMIT.because(
          "The plan %s has room for %d members, and %d are there or invited. An owner can change"
              + " the plan.",
          plan.plan(), most, taken);
    }
  }

  private static Invitation waiting(Tx tx, OrganizationId organization, InvitationId id) {
    return tx.dao(InvitationDao.class).find(organization, id).orElseThrow(() -> missing(id));
  }

  private static Problem missing(InvitationId id) {
    return ProblemType.NOT_FOUND.because("There is no invitation %s that waits.", id);
  }
}
