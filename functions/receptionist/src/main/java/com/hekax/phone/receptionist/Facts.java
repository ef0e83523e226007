package com.hekax.phone.receptionist;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.receptionist.store.FactDao;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What can be asked and done about what a receptionist knows. */
public final class Facts {
  static final int MOST = 500;

  private final Database database;
  private final Publisher publisher;
  private final InstantSource clock;

  Facts(Database database, Publisher publisher, InstantSource clock) {
    this.database = database;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** All of them in their order, which are {@value #MOST} at most. */
  public List<Fact> all(OrganizationId organization) {
    return database.read(organization, tx -> tx.dao(FactDao.class).findAll(organization));
  }

  /**
   * Adds a fact, which calls that begin from now on know.
   *
   * @param position empty for after all others
   */
  public Fact create(
      OrganizationId organization, String topic, String answer, Optional<Integer> position) {
    var id = FactId.create();
    return database.inTransaction(
        organization,
        tx -> {
          publisher.hold(tx, organization);
          var dao = tx.dao(FactDao.class);
          if (dao.count(organization) >= MOST) {
            throw ProblemType.LIMIT_REACHED.because(
                "A receptionist knows %d facts at most. Remove one first.", MOST);
          }
          int place = position.orElseGet(() -> dao.findLastPosition(organization) + 1);
          dao.insert(organization, id, new FactFields(topic, answer, place), clock.instant());
          publisher.publish(tx, organization);
          return dao.find(organization, id).orElseThrow();
        });
  }

  /**
   * Changes a fact.
   *
   * @param version the version the change was made on; another one is a conflict
   */
  public Fact update(
      OrganizationId organization, FactId id, int version, UnaryOperator<FactFields> change) {
    return database.inTransaction(
        organization,
        tx -> {
          publisher.hold(tx, organization);
          var dao = tx.dao(FactDao.class);
          var before = dao.find(organization, id).orElseThrow(() -> missing(id));
          if (before.version() != version) {
            throw ProblemType.CONFLICT.because(
                "The fact was changed meanwhile and has version %d. Load it and try again.",
                before.version());
          }
          dao.update(organization, id, change.apply(before.fields()), clock.instant());
          publisher.publish(tx, organization);
          return dao.find(organization, id).orElseThrow();
        });
  }

  /** Removes a fact; calls that begin from now on do not know it. */
  public void delete(OrganizationId organization, FactId id) {
    database.useTransaction(
        organization,
        tx -> {
          publisher.hold(tx, organization);
          if (tx.dao(FactDao.class).delete(organization, id) == 0) {
            throw missing(id);
          }
          publisher.publish(tx, organization);
        });
  }

  private static Problem missing(FactId id) {
    return ProblemType.NOT_FOUND.because("There is no fact %s.", id);
  }
}
