package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.store.LegOwnerDao;
import java.util.Optional;

/**
 * Whose a leg is that only Twilio has named: a leg we know belongs where it belongs, one that was
 * dialed belongs where the caller's leg does, and a caller's leg to whom its number is. The numbers
 * of an organization that is closing are nobody's: its calls that go on end as they would have.
 */
@AcrossOrganizations("a webhook names a call and a number, and no organization")
public final class LegOwners {
  private final SystemDatabase database;

  LegOwners(SystemDatabase database) {
    this.database = database;
  }

  /** The owner, or empty when the leg is nobody's. */
  Optional<LegOwner> find(LegReport report) {
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(LegOwnerDao.class);
          return dao.findByCallSid(report.callSid())
              .or(
                  () ->
                      report.parentCallSid().isPresent()
                          ? dao.findByCallSid(report.parentCallSid().get())
                          : ownerOfNumber(dao, report));
        });
  }

  /** The owner of a leg that we know. */
  Optional<LegOwner> find(String callSid) {
    return database.inTransaction(tx -> tx.dao(LegOwnerDao.class).findByCallSid(callSid));
  }

  private static Optional<LegOwner> ownerOfNumber(LegOwnerDao dao, LegReport report) {
    return report
        .businessNumber()
        .flatMap(dao::findByNumber)
        .map(organization -> new LegOwner(organization, CallId.create()));
  }
}
