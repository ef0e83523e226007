package com.hekax.phone.accounts.organization;

import com.hekax.phone.accounts.store.OrganizationDao;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** What can be asked and said about an organization. */
public final class Organizations {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  public Organizations(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Organization get(OrganizationId id) {
    return database.read(id, tx -> tx.dao(OrganizationDao.class).find(id)).orElseThrow();
  }

  /**
   * Changes it.
   *
   * @param version the version the change was made on; another one is a conflict
   */
  public Organization update(
      OrganizationId id, int version, UnaryOperator<OrganizationSettings> change) {
    return database.inTransaction(
        id,
        tx -> {
          var dao = tx.dao(OrganizationDao.class);
          var before = dao.lock(id).orElseThrow();
          if (before.version() != version) {
            throw ProblemType.CONFLICT.because(
                "The organization was changed meanwhile and has version %d. Load it and try again.",
                before.version());
          }
          var settings = change.apply(before.settings());
          if (!settings.hasKnownTimeZone()) {
            throw Problem.invalid("timeZone", "is not an IANA time zone such as America/New_York");
          }
          dao.update(id, settings, settings.brandColor());
          var after = dao.find(id).orElseThrow();
          after.announced(before, clock.instant()).ifPresent(event -> outbox.add(tx, event));
          return after;
        });
  }
}
