package com.hekax.phone.accounts.keys;

import com.hekax.phone.accounts.store.KeyGrantDao;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Programs by the keys they show. */
@AcrossOrganizations("a key is all that a program shows")
public final class KeyHolders {
  /** A key that is always in use is not written at each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final SystemDatabase database;
  private final InstantSource clock;

  KeyHolders(SystemDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Whose key it is; empty for one that was removed, has expired or never was, and for one of an
   * organization whose plan has no keys.
   */
  public Optional<ApiKeyHolder> find(KeyText key) {
    var now = clock.instant();
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(KeyGrantDao.class);
          var grant = dao.find(key.hash(), now);
          grant.ifPresent(
              good -> dao.markUsed(good.organizationId(), good.id(), now, now.minus(NOTED_EVERY)));
          return grant.map(KeyGrant::holder);
        });
  }
}
