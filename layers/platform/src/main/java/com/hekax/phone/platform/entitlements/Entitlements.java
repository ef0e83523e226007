package com.hekax.phone.platform.entitlements;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.problems.ProblemType;

/** The one place that is asked what an organization's plan allows. Plans are rows. */
public final class Entitlements {
  private final Database database;

  public Entitlements(Database database) {
    this.database = database;
  }

  /** The plan of today. */
  public Plan of(OrganizationId organization) {
    return database.read(
        organization, tx -> tx.dao(EntitlementDao.class).find(organization).orElseThrow());
  }

  /** Refuses with a problem that names the plan, when it does not have the feature. */
  public void require(OrganizationId organization, Feature feature) {
    var plan = of(organization);
    if (!plan.features().contains(feature)) {
      throw ProblemType.PLAN_LIMIT.because(
          "%s is not part of the plan %s. An owner can change the plan.", feature, plan.plan());
    }
  }
}
