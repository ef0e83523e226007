package com.hekax.phone.receptionist;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.receptionist.store.FactDao;
import com.hekax.phone.receptionist.store.ReceptionistDao;
import com.hekax.phone.receptionist.store.SnapshotDao;
import java.time.InstantSource;

/**
 * Composes what calls are told, in the transaction of the change that makes it different. Whoever
 * changes something holds the receptionist's row, so that two changes at once are both in it.
 */
final class Publisher {
  private final Composer composer;
  private final InstantSource clock;

  Publisher(Composer composer, InstantSource clock) {
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * The receptionist, held until the transaction ends. An organization that has none yet gets the
   * standard one.
   */
  Receptionist hold(Tx tx, OrganizationId organization) {
    var dao = tx.dao(ReceptionistDao.class);
    var held = dao.lock(organization);
    if (held.isPresent()) {
      return held.get().receptionist();
    }
    var business = dao.findBusiness(organization).orElseThrow();
    // If somebody is faster, theirs is waited for and taken.
    if (dao.insert(organization, ReceptionistSettings.standardFor(business), clock.instant())
        == 1) {
      publish(tx, organization);
    }
    return dao.lock(organization).orElseThrow().receptionist();
  }

  /** Puts what calls are told from now on. */
  void publish(Tx tx, OrganizationId organization) {
    var receptionists = tx.dao(ReceptionistDao.class);
    var snapshots = tx.dao(SnapshotDao.class);
    int version = snapshots.lockVersion(organization).orElse(0) + 1;
    var snapshot =
        composer.compose(
            version,
            receptionists.findBusiness(organization).orElseThrow(),
            receptionists.find(organization).orElseThrow().receptionist().settings(),
            tx.dao(FactDao.class).findAll(organization).stream().map(Fact::knowledge).toList());
    snapshots.put(organization, version, Json.write(snapshot), clock.instant());
  }
}
