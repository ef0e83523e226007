package com.hekax.phone.accounts;

import com.hekax.phone.accounts.store.SessionDao;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Signed-in devices. A refresh token is good for one refresh, which gives the next; presenting an
 * earlier one means that two hold it, so the session ends for both.
 */
@AcrossOrganizations("a refresh token says nothing of its organization")
public final class Sessions {
  static final Duration REFRESH_LIFE = Duration.ofDays(30);

  /** Nobody reads a longer list of devices; signing out everywhere ends them all. */
  private static final int MOST_SHOWN = 100;

  private final SystemDatabase database;
  private final InstantSource clock;

  Sessions(SystemDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Who is signed in, and the token that continues the session. */
  public record Opened(Member principal, RandomToken refreshToken) {}

  /** Begins a session. */
  public Opened open(Membership membership, Optional<String> userAgent) {
    var now = clock.instant();
    return database.inTransaction(
        tx -> {
          Audit.attribute(tx);
          return open(tx.dao(SessionDao.class), membership, userAgent, now);
        });
  }

  /**
   * Continues a session with the role the person has now; empty when it is over.
   *
   * @param address where the device is, for the person to see
   */
  public Optional<Opened> refresh(RandomToken presented, String address) {
    var now = clock.instant();
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(SessionDao.class);
          return current(tx, presented, now)
              .map(
                  current -> {
                    var next = RandomToken.create();
                    dao.markReplaced(current.organizationId(), presented.hash(), now);
                    insertToken(dao, current.organizationId(), current.sessionId(), next, now);
                    dao.markUsed(current.organizationId(), current.sessionId(), address, now);
                    return new Opened(current.principal(), next);
                  });
        });
  }

  /**
   * Goes on in another organization of the person: the session here ends and one begins there.
   * Empty when the session is over.
   */
  public Optional<Opened> switchTo(
      OrganizationId target, RandomToken presented, Optional<String> userAgent) {
    var now = clock.instant();
    return database.inTransaction(
        tx -> {
          Audit.attribute(tx);
          var dao = tx.dao(SessionDao.class);
          return current(tx, presented, now)
              .map(
                  current -> {
                    var role =
                        dao.findRole(target, current.userId())
                            .orElseThrow(
                                () ->
                                    ProblemType.NOT_FOUND.because(
                                        "You belong to no organization %s.", target));
                    dao.end(current.organizationId(), current.sessionId(), "SWITCHED", now);
                    var there = new Membership(target, current.userId(), role);
                    return open(dao, there, userAgent, now);
                  });
        });
  }

  /**
   * The member of an access token as they are now; empty when the session has ended or the person
   * is no longer in the organization.
   */
  public Optional<Member> current(Member claimed) {
    return database
        .inTransaction(
            tx ->
                tx.dao(SessionDao.class)
                    .findStanding(claimed.organization(), claimed.session(), claimed.user()))
        .map(standing -> standing.of(claimed));
  }

  /** Ends the session; a token that continues none is nothing to complain about. */
  public void end(RandomToken presented) {
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          var dao = tx.dao(SessionDao.class);
          dao.lockByToken(presented.hash())
              .ifPresent(
                  current ->
                      dao.end(
                          current.organizationId(),
                          current.sessionId(),
                          "LOGGED_OUT",
                          clock.instant()));
        });
  }

  /** The devices on which a person is signed in, newest first, in all of their organizations. */
  public List<OpenSession> of(UserId user) {
    var since = clock.instant().minus(REFRESH_LIFE);
    return database.inTransaction(tx -> tx.dao(SessionDao.class).findOpen(user, since, MOST_SHOWN));
  }

  /** Ends a session of the person; what is not theirs does not exist. */
  public void end(UserId user, SessionId session) {
    int ended =
        database.inTransaction(
            tx -> {
              Audit.attribute(tx);
              return tx.dao(SessionDao.class)
                  .endOf(user, session, "ENDED_BY_PERSON", clock.instant());
            });
    if (ended == 0) {
      throw ProblemType.NOT_FOUND.because("There is no session %s.", session);
    }
  }

  /** Signs the person out everywhere. */
  public void endAll(UserId user) {
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          tx.dao(SessionDao.class).endAllOf(user, "SIGNED_OUT_EVERYWHERE", clock.instant());
        });
  }

  private static Opened open(
      SessionDao dao, Membership membership, Optional<String> userAgent, Instant now) {
    var session = SessionId.create();
    var principal = membership.in(session);
    var token = RandomToken.create();
    dao.insertSession(
        principal.organization(),
        session,
        principal.user(),
        userAgent.map(Sessions::shortened),
        now);
    insertToken(dao, principal.organization(), session, token, now);
    return new Opened(principal, token);
  }

  /** The session that a token continues; one that was used before ends it instead. */
  private static Optional<ContinuingSession> current(Tx tx, RandomToken presented, Instant now) {
    var dao = tx.dao(SessionDao.class);
    var found = dao.lockByToken(presented.hash()).filter(session -> !session.isOver(now));
    if (found.filter(session -> session.replacedAt().isPresent()).isPresent()) {
      var reused = found.get();
      Log.warn("A refresh token was used twice and its session ended");
      Audit.attribute(tx);
      dao.end(reused.organizationId(), reused.sessionId(), "REFRESH_TOKEN_REUSED", now);
      return Optional.empty();
    }
    return found;
  }

  private static void insertToken(
      SessionDao dao,
      OrganizationId organization,
      SessionId session,
      RandomToken token,
      Instant now) {
    dao.insertToken(organization, session, token.hash(), now, now.plus(REFRESH_LIFE));
  }

  private static String shortened(String userAgent) {
    return userAgent.length() > 200 ? userAgent.substring(0, 200) : userAgent;
  }
}
