package com.hekax.phone.accounts.keys;

import com.hekax.phone.accounts.store.ApiKeyDao;
import com.hekax.phone.contracts.ApiKeyId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.entitlements.Feature;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What can be asked and done about an organization's keys. */
public final class ApiKeys {
  private static final int MOST = 50;

  private final Database database;
  private final Entitlements entitlements;
  private final InstantSource clock;

  ApiKeys(Database database, Entitlements entitlements, InstantSource clock) {
    this.database = database;
    this.entitlements = entitlements;
    this.clock = clock;
  }

  /**
   * A new key.
   *
   * @param text shown this once
   */
  public record Created(ApiKey key, String text) {}

  /** One page, newest first. */
  public Page<ApiKey> page(OrganizationId organization, PageRequest asked) {
    var rows =
        database.read(
            organization,
            tx -> tx.dao(ApiKeyDao.class).findPage(organization, asked.position(), asked.rows()));
    return Page.of(rows, asked, ApiKey::position);
  }

  /**
   * Adds a key with scopes that its maker has too.
   *
   * @param expiresAt when it stops being good by itself; empty for never
   */
  public Created create(
      Member maker, String name, List<Permission> scopes, Optional<Instant> expiresAt) {
    var organization = maker.organization();
    entitlements.require(organization, Feature.API_KEYS);
    var now = clock.instant();
    if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
      throw Problem.invalid("expiresAt", "must be in the future");
    }
    if (!maker.permissions().containsAll(scopes)) {
      throw Problem.invalid("scopes", "must be permissions that you have yourself");
    }
    var text = KeyText.create();
    var names = scopes.stream().map(Permission::name).toList();
    var key =
        new ApiKey(
            ApiKeyId.create(),
            name,
            text.prefix(),
            names,
            maker.user(),
            Optional.empty(),
            now,
            expiresAt,
            Optional.empty());
    database.useTransaction(
        organization,
        tx -> {
          var dao = tx.dao(ApiKeyDao.class);
          checkThereIsRoom(organization, dao);
          dao.insert(organization, key, names, text.hash());
        });
    return new Created(key, text.value());
  }

  /** Removes a key: within a minute it opens nothing. */
  public void delete(OrganizationId organization, ApiKeyId id) {
    int deleted =
        database.inTransaction(
            organization, tx -> tx.dao(ApiKeyDao.class).delete(organization, id));
    if (deleted == 0) {
      throw ProblemType.NOT_FOUND.because("There is no API key %s.", id);
    }
  }

  private static void checkThereIsRoom(OrganizationId organization, ApiKeyDao dao) {
    // Two that add the last one at once wait for each other here, and the second one counts anew.
    dao.lockAll(organization);
    if (dao.count(organization) >= MOST) {
      throw ProblemType.LIMIT_REACHED.because(
          "An organization has %d API keys at most. Remove one first.", MOST);
    }
  }
}
