package com.hekax.phone.accounts;

import com.hekax.phone.accounts.store.OwnOrganizationDao;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.util.List;

/** The organizations of a person. */
@AcrossOrganizations("a person may belong to several organizations")
public final class OwnOrganizations {
  private final SystemDatabase database;

  OwnOrganizations(SystemDatabase database) {
    this.database = database;
  }

  /** All of them, the one they belong to the longest first. */
  public List<OwnOrganization> of(UserId user) {
    return database.inTransaction(tx -> tx.dao(OwnOrganizationDao.class).findAll(user));
  }

  public int count(UserId user) {
    return database.inTransaction(tx -> tx.dao(OwnOrganizationDao.class).count(user));
  }
}
