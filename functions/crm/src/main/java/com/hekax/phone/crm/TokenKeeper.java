package com.hekax.phone.crm;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.Access.Granted;
import com.hekax.phone.crm.Access.Lost;
import com.hekax.phone.crm.Access.NotNow;
import com.hekax.phone.crm.Grant.Given;
import com.hekax.phone.crm.Grant.Refused;
import com.hekax.phone.crm.Grant.Unavailable;
import com.hekax.phone.crm.hubspot.AccessSource;
import com.hekax.phone.crm.hubspot.HubSpotOAuth;
import com.hekax.phone.crm.store.ConnectionDao;
import com.hekax.phone.platform.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Access tokens that are good. One that ends within two minutes is exchanged for another, by one
 * function alone: who wins a conditional update of the row asks the CRM, everybody else waits for
 * the row. New tokens are kept before they are used.
 */
final class TokenKeeper {
  private static final Duration AHEAD = Duration.ofMinutes(2);

  /** Longer than the question takes; whoever dies in the middle blocks nobody for longer. */
  private static final Duration ALONE = Duration.ofSeconds(30);

  private static final Duration SOMEBODY_ELSE_ASKS = Duration.ofSeconds(5);

  private final Database database;
  private final TokenSeal seal;
  private final HubSpotOAuth oauth;
  private final InstantSource clock;

  TokenKeeper(Database database, TokenSeal seal, HubSpotOAuth oauth, InstantSource clock) {
    this.database = database;
    this.seal = seal;
    this.oauth = oauth;
    this.clock = clock;
  }

  /** The access to one connection. */
  AccessSource of(OrganizationId organization, CrmConnectionId connection) {
    return new AccessSource() {
      @Override
      public Access current() {
        return find(organization, connection)
            .map(kept -> currentOf(organization, connection, kept))
            .orElseGet(TokenKeeper::ended);
      }

      @Override
      public Access insteadOf(int version) {
        return find(organization, connection)
            .map(
                kept ->
                    kept.version() > version
                        ? granted(organization, kept)
                        : renewed(organization, connection, kept, false))
            .orElseGet(TokenKeeper::ended);
      }
    };
  }

  private Access currentOf(
      OrganizationId organization, CrmConnectionId connection, KeptTokens kept) {
    var now = clock.instant();
    if (now.isBefore(kept.accessExpiresAt().minus(AHEAD))) {
      return granted(organization, kept);
    }
    return renewed(organization, connection, kept, now.isBefore(kept.accessExpiresAt()));
  }

  /**
   * Another pair of tokens.
   *
   * @param stillGood whether the old one will do if another one cannot be had now
   */
  private Access renewed(
      OrganizationId organization, CrmConnectionId connection, KeptTokens kept, boolean stillGood) {
    var now = clock.instant();
    boolean alone =
        database.inTransaction(
            organization,
            tx ->
                tx.dao(ConnectionDao.class)
                        .beginRenewal(
                            organization, connection, kept.version(), now, now.plus(ALONE))
                    == 1);
    if (!alone) {
      return afterSomebodyElse(organization, connection, kept, stillGood);
    }
    return switch (oauth.renew(seal.open(organization, kept.sealed()).refresh())) {
      case Given given -> keep(organization, connection, kept, given);
      case Refused(var reason) -> new Lost(reason);
      case Unavailable(var after) -> {
        database.useTransaction(
            organization,
            tx -> tx.dao(ConnectionDao.class).endRenewal(organization, connection, kept.version()));
        yield stillGood ? granted(organization, kept) : new NotNow(after);
      }
    };
  }

  private Access afterSomebodyElse(
      OrganizationId organization,
      CrmConnectionId connection,
      KeptTokens before,
      boolean stillGood) {
    var kept = find(organization, connection);
    if (kept.isEmpty()) {
      return ended();
    }
    return kept.get().version() > before.version() || stillGood
        ? granted(organization, kept.get())
        : new NotNow(SOMEBODY_ELSE_ASKS);
  }

  private Access keep(
      OrganizationId organization, CrmConnectionId connection, KeptTokens before, Given given) {
    var sealed = seal.seal(organization, given.tokens());
    Instant expiresAt = clock.instant().plus(given.accessLife());
    boolean kept =
        database.inTransaction(
            organization,
            tx ->
                tx.dao(ConnectionDao.class)
                        .renew(organization, connection, before.version(), sealed, expiresAt)
                    == 1);
    return kept
        ? new Granted(given.tokens().access(), before.version() + 1)
        : new NotNow(SOMEBODY_ELSE_ASKS);
  }

  private Granted granted(OrganizationId organization, KeptTokens kept) {
    return new Granted(seal.open(organization, kept.sealed()).access(), kept.version());
  }

  private Optional<KeptTokens> find(OrganizationId organization, CrmConnectionId connection) {
    return database
        .read(organization, tx -> tx.dao(ConnectionDao.class).findTokens(organization, connection))
        .filter(kept -> kept.status() == ConnectionStatus.ACTIVE);
  }

  private static Access ended() {
    return new Lost("The CRM was disconnected.");
  }
}
