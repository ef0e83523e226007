package com.hekax.phone.receptionist;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.receptionist.store.ReceptionistDao;
import com.hekax.phone.receptionist.store.ReceptionistRow;
import java.time.InstantSource;

/** What can be asked and done about an organization's receptionist. */
public final class Receptionists {
  private final Database database;
  private final Publisher publisher;
  private final InstantSource clock;

  Receptionists(Database database, Publisher publisher, InstantSource clock) {
    this.database = database;
    this.publisher = publisher;
    this.clock = clock;
  }

  public Receptionist get(OrganizationId organization) {
    return database
        .read(organization, tx -> tx.dao(ReceptionistDao.class).find(organization))
        .map(ReceptionistRow::receptionist)
        // Asked for in the moment before its event is handled.
        .orElseGet(() -> database.inTransaction(organization, tx -> open(tx, organization)));
  }

  /** Makes the standard receptionist of a new organization; one that exists stays. */
  public Receptionist open(Tx tx, OrganizationId organization) {
    return publisher.hold(tx, organization);
  }

  /**
   * Answers under the organization's name of now. A greeting that nobody has worded since follows
   * it; a worded one stays as it is.
   *
   * @param former the name that a standard greeting may still say
   */
  public void rename(Tx tx, OrganizationId organization, String former) {
    var settings = publisher.hold(tx, organization).settings();
    var dao = tx.dao(ReceptionistDao.class);
    if (settings.greeting().equals(ReceptionistSettings.standardFor(former).greeting())) {
      var business = dao.findBusiness(organization).orElseThrow();
      dao.update(organization, settings.greetingAs(business), clock.instant());
    }
    publisher.publish(tx, organization);
  }

  /**
   * Changes it, and what calls are told from now on.
   *
   * @param version the version the change was made on; another one is a conflict
   */
  public Receptionist update(
      OrganizationId organization, int version, ReceptionistSettings settings) {
    return database.inTransaction(
        organization,
        tx -> {
          var before = publisher.hold(tx, organization);
          if (before.version() != version) {
            throw ProblemType.CONFLICT.because(
                "The receptionist was changed meanwhile and has version %d. Load it and try again.",
                before.version());
          }
          var dao = tx.dao(ReceptionistDao.class);
          dao.update(organization, settings, clock.instant());
          publisher.publish(tx, organization);
          return dao.find(organization).orElseThrow().receptionist();
        });
  }
}
