package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.audit.Audit;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;

/** What people say of themselves. */
@AcrossOrganizations("a person has one name in all organizations")
public final class People {
  private final SystemDatabase database;

  People(SystemDatabase database) {
    this.database = database;
  }

  /** From now on the person is called that. */
  public void rename(UserId user, String name) {
    database.useTransaction(
        tx -> {
          Audit.attribute(tx);
          tx.dao(PersonDao.class).rename(user, name);
        });
  }
}
