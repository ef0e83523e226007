package com.hekax.phone.accounts;

import com.hekax.phone.accounts.store.ProfileDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Member;

/** Who somebody is in an organization. */
public final class Profiles {
  private final Database database;

  Profiles(Database database) {
    this.database = database;
  }

  /** The principal's own; a member who was removed has none. */
  public Profile of(Member principal) {
    return database
        .read(
            principal.organization(),
            tx -> tx.dao(ProfileDao.class).find(principal.organization(), principal.user()))
        .orElseThrow(
            () ->
                ProblemType.UNAUTHENTICATED.because(
                    "You are no longer a member of this organization."));
  }
}
