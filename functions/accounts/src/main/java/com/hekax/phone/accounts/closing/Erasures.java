package com.hekax.phone.accounts.closing;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.accounts.store.ErasureDao;
import com.hekax.phone.contracts.OrganizationErasing;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.queues.HandledEvents;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Erases organizations whose days are over, in steps that each may be the last one of a run: it is
 * announced; whoever has something outside the database gives that back and so handles the
 * announcement; then rows go bit by bit, a transaction each; and at last the organization itself,
 * with the receipt in the same transaction. What a run leaves, or several at once do, goes on from
 * the row of the erasure.
 */
@AcrossOrganizations("a job erases all whose days are over")
public final class Erasures {
  /** The workers that give back what lies outside the database: before the rows that name it go. */
  public static final Set<String> GIVE_BACK =
      Set.of("ReleaseConnectionsWorker", "ReleaseNumbersWorker");

  /** Whoever has not handled an announcement by then is told again. */
  private static final Duration ANNOUNCED_EVERY = Duration.ofHours(6);

  /** Somebody has to look why something is not given back. */
  private static final Duration OVERDUE = Duration.ofDays(3);

  /** Longer than a queue with its dead letters may hold what was on its way. */
  private static final Duration LATE = Duration.ofDays(15);

  private static final int BATCH = 1_000;

  /** The function's time-out is five minutes. */
  private static final Duration AT_MOST = Duration.ofMinutes(4);

  private final SystemDatabase database;
  private final Outbox outbox;
  private final InstantSource clock;

  Erasures(SystemDatabase database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Goes on with all that are due.
   *
   * @return how many were brought to their end
   * @throws IllegalStateException when one could not go on, or has waited for days: after all
   *     others have had their turn
   */
  public int run() {
    var end = clock.instant().plus(AT_MOST);
    while (beginNext()) {
      // Each in a transaction of its own.
    }
    var run = new Run(end);
    open().forEach(run::erase);
    late().forEach(run::sweep);
    run.complain();
    return run.erased;
  }

  /** One run. */
  private final class Run {
    private final Instant end;
    private int erased;
    private int stuck;

    Run(Instant end) {
      this.end = end;
    }

    void erase(Erasure erasure) {
      apart(erasure.organizationId(), () -> goOn(erasure));
    }

    /** What came in late is little. */
    void sweep(OrganizationId organization) {
      apart(organization, () -> Erasures.this.sweep(organization));
    }

    void complain() {
      if (stuck > 0) {
        throw new IllegalStateException(stuck + " erasures do not go on");
      }
    }

    private void goOn(Erasure erasure) {
      if (!isGivenBack(erasure)) {
        if (erasure.begunAt().isBefore(clock.instant().minus(OVERDUE))) {
          Log.error("Something of an organization that is erased is not given back for days");
          stuck++;
        }
        announceAgain(erasure);
        return;
      }
      var step = Step.ERASED;
      while (step == Step.ERASED && clock.instant().isBefore(end)) {
        step = eraseSome(erasure.organizationId());
      }
      if (step == Step.NOTHING_LEFT && finish(erasure)) {
        erased++;
      }
    }

    /** One that fails keeps no other waiting. */
    private void apart(OrganizationId organization, Runnable work) {
      LogContext.current()
          .on(organization)
          .run(
              () -> {
                try {
                  work.run();
                } catch (RuntimeException e) {
                  Log.error("An organization could not be erased", e);
                  stuck++;
                }
              });
    }
  }

  /**
   * Begins with one whose days are over and that nobody else is beginning with, if there is one.
   */
  private boolean beginNext() {
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(ErasureDao.class);
          var now = clock.instant();
          var due = dao.lockDue(now);
          due.ifPresent(closing -> begin(tx, dao, closing, now));
          return due.isPresent();
        });
  }

  private void begin(Tx tx, ErasureDao dao, DueClosing closing, Instant now) {
    var organization = closing.organizationId();
    var event = TimeOrderedUuid.next();
    dao.begin(organization, now);
    dao.insert(closing, event, now);
    dao.endSessions(organization, now);
    outbox.add(tx, new OrganizationErasing(event, organization, now));
    Log.info("An organization is being erased", field("organizationId", organization));
  }

  private List<Erasure> open() {
    return database.inTransaction(tx -> tx.dao(ErasureDao.class).findOpen());
  }

  private List<OrganizationId> late() {
    var before = clock.instant().minus(LATE);
    return database.inTransaction(tx -> tx.dao(ErasureDao.class).findUnswept(before));
  }

  /** Remembered, because what it is known from is soon erased too. */
  private boolean isGivenBack(Erasure erasure) {
    if (erasure.givenBackAt().isPresent()) {
      return true;
    }
    var organization = erasure.organizationId();
    return database.inTransaction(
        tx -> {
          var done = HandledEvents.consumers(tx, organization, erasure.eventId());
          if (!done.containsAll(GIVE_BACK)) {
            return false;
          }
          tx.dao(ErasureDao.class).giveBack(organization, clock.instant());
          return true;
        });
  }

  private void announceAgain(Erasure erasure) {
    var now = clock.instant();
    if (erasure.announcedAt().isAfter(now.minus(ANNOUNCED_EVERY))) {
      return;
    }
    database.useTransaction(
        tx -> {
          var event = UUID.randomUUID();
          var organization = erasure.organizationId();
          if (tx.dao(ErasureDao.class).announce(organization, erasure.eventId(), event, now) == 1) {
            outbox.add(tx, new OrganizationErasing(event, organization, now));
          }
        });
  }

  /** How it went with the next rows. */
  private enum Step {
    ERASED,
    /** But what goes at the end. */
    NOTHING_LEFT,
    /** Another run is at it, or has brought it to its end. */
    NOT_OURS
  }

  private Step eraseSome(OrganizationId organization) {
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(ErasureDao.class);
          if (dao.lock(organization).isEmpty()) {
            return Step.NOT_OURS;
          }
          var some = dao.eraseSome(organization, BATCH);
          some.forEach(rows -> dao.count(organization, rows.tableName(), rows.rowCount()));
          return some.isEmpty() ? Step.NOTHING_LEFT : Step.ERASED;
        });
  }

  /** Whether it was this run that brought it to its end. */
  private boolean finish(Erasure erasure) {
    var organization = erasure.organizationId();
    boolean finished =
        database.inTransaction(
            tx -> {
              var dao = tx.dao(ErasureDao.class);
              if (dao.lock(organization).isEmpty()) {
                return false;
              }
              // While it is still known who they are.
              var recipients = dao.findRecipients(organization, erasure.requestedBy());
              dao.eraseRest(organization)
                  .forEach(rows -> dao.count(organization, rows.tableName(), rows.rowCount()));
              var now = clock.instant();
              dao.finish(organization, now);
              var receipt = dao.receipt(organization);
              recipients.forEach(
                  recipient ->
                      outbox.add(tx, ClosingMails.erased(organization, recipient, receipt)));
              return true;
            });
    if (finished) {
      Log.info("An organization was erased");
    }
    return finished;
  }

  private void sweep(OrganizationId organization) {
    database.useTransaction(
        tx -> {
          var dao = tx.dao(ErasureDao.class);
          while (!dao.eraseSome(organization, BATCH).isEmpty()) {
            // Until none is left.
          }
          dao.swept(organization, clock.instant());
        });
  }
}
