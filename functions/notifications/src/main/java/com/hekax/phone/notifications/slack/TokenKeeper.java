package com.hekax.phone.notifications.slack;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.slack.Access.Granted;
import com.hekax.phone.notifications.slack.Access.Lost;
import com.hekax.phone.notifications.slack.Access.NotNow;
import com.hekax.phone.notifications.slack.Grant.Given;
import com.hekax.phone.notifications.slack.Grant.Refused;
import com.hekax.phone.notifications.slack.Grant.Unavailable;
import com.hekax.phone.notifications.store.SlackConnectionDao;
import com.hekax.phone.platform.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Access tokens that are good. Most never end, and are taken as they stand in the row. One that
 * ends within two minutes is exchanged for another, by one function alone, because a refresh token
 * serves once: who wins a conditional update of the row asks Slack. New tokens are kept before they
 * are used.
 */
final class TokenKeeper {
  private static final Duration AHEAD = Duration.ofMinutes(2);

  /** Longer than the question takes; whoever dies in the middle blocks nobody for longer. */
  private static final Duration ALONE = Duration.ofSeconds(30);

  private static final Duration SOMEBODY_ELSE_ASKS = Duration.ofSeconds(5);

  private final Database database;
  private final TokenSeal seal;
  private final SlackOAuth oauth;
  private final InstantSource clock;

  TokenKeeper(Database database, TokenSeal seal, SlackOAuth oauth, InstantSource clock) {
    this.database = database;
    this.seal = seal;
    this.oauth = oauth;
    this.clock = clock;
  }

  /**
   * The access to an organization's workspace.
   *
   * @param first the tokens as the caller has read them
   */
  AccessSource of(OrganizationId organization, KeptTokens first) {
    return new AccessSource() {
      @Override
      public Access current() {
        return endsWithin(first, AHEAD)
            ? renewed(organization, first, !endsWithin(first, Duration.ZERO))
            : granted(organization, first);
      }

      @Override
      public Access insteadOf(int version) {
        return find(organization)
            .map(
                kept ->
                    kept.version() > version
                        ? granted(organization, kept)
                        : renewed(organization, kept, false))
            .orElseGet(() -> ended(version));
      }
    };
  }

  private boolean endsWithin(KeptTokens kept, Duration time) {
    return kept.accessExpiresAt()
        .filter(end -> !clock.instant().plus(time).isBefore(end))
        .isPresent();
  }

  /**
   * Another pair of tokens.
   *
   * @param stillGood whether the old one will do if another one cannot be had now
   */
  private Access renewed(OrganizationId organization, KeptTokens kept, boolean stillGood) {
    var refresh = seal.open(organization, kept.sealed()).refresh();
    if (refresh.isEmpty()) {
      return new Lost("Slack's access has ended. Connect it again.", kept.version());
    }
    var now = clock.instant();
    boolean alone =
        database.inTransaction(
            organization,
            tx ->
                tx.dao(SlackConnectionDao.class)
                        .beginRenewal(organization, kept.version(), now, now.plus(ALONE))
                    == 1);
    if (!alone) {
      return afterSomebodyElse(organization, kept, stillGood);
    }
    return switch (oauth.renew(refresh.get())) {
      case Given given -> keep(organization, kept, given);
      case Refused(var reason) -> new Lost(reason, kept.version());
      case Unavailable(var after) -> {
        database.useTransaction(
            organization,
            tx -> tx.dao(SlackConnectionDao.class).endRenewal(organization, kept.version()));
        yield stillGood ? granted(organization, kept) : new NotNow(after);
      }
    };
  }

  private Access afterSomebodyElse(
      OrganizationId organization, KeptTokens before, boolean stillGood) {
    return find(organization)
        .map(
            kept ->
                kept.version() > before.version() || stillGood
                    ? granted(organization, kept)
                    : new NotNow(SOMEBODY_ELSE_ASKS))
        .orElseGet(() -> ended(before.version()));
  }

  private Access keep(OrganizationId organization, KeptTokens before, Given given) {
    // One that gave no other stays good.
    var tokens =
        new Tokens(
            given.tokens().access(),
            given.tokens().refresh().or(() -> seal.open(organization, before.sealed()).refresh()));
    var sealed = seal.seal(organization, tokens);
    Optional<Instant> expiresAt = given.accessLife().map(clock.instant()::plus);
    boolean kept =
        database.inTransaction(
            organization,
            tx ->
                tx.dao(SlackConnectionDao.class)
                        .renew(organization, before.version(), sealed, expiresAt)
                    == 1);
    return kept
        ? new Granted(tokens.access(), before.version() + 1)
        : new NotNow(SOMEBODY_ELSE_ASKS);
  }

  private Access granted(OrganizationId organization, KeptTokens kept) {
    // Most tokens never end, so no renewal would ever bring them under a new key.
    seal.renewed(organization, kept.sealed())
        .ifPresent(
            tokens ->
                database.useTransaction(
                    organization,
                    tx ->
                        tx.dao(SlackConnectionDao.class)
                            .reseal(organization, kept.version(), tokens)));
    return new Granted(seal.open(organization, kept.sealed()).access(), kept.version());
  }

  private Optional<KeptTokens> find(OrganizationId organization) {
    return database.read(
        organization, tx -> tx.dao(SlackConnectionDao.class).findTokens(organization));
  }

  private static Access ended(int version) {
    return new Lost("Slack was disconnected.", version);
  }
}
