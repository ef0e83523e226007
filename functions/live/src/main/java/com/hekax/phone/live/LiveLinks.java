package com.hekax.phone.live;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.live.store.LiveLinkDao;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Opens and closes live links, which are known by the gateway's connection ids. */
@AcrossOrganizations("a link shows a ticket when it opens, and nothing but its id later")
public final class LiveLinks {
  /** API Gateway closes every link after two hours. */
  private static final Duration LIFE = Duration.ofHours(2);

  private final SystemDatabase database;
  private final InstantSource clock;

  LiveLinks(SystemDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a link for whom the ticket was issued to.
   *
   * @return whether the ticket was good; it is not from now on
   */
  public boolean open(RandomToken ticket, String connectionId) {
    var now = clock.instant();
    return database.inTransaction(
        tx -> {
          var dao = tx.dao(LiveLinkDao.class);
          var holder = dao.redeem(ticket.hash(), now);
          holder.ifPresent(
              person ->
                  dao.insert(
                      person.organizationId(), person.userId(), connectionId, now, now.plus(LIFE)));
          return holder.isPresent();
        });
  }

  /** Whose link it is; empty when it is not known, or older than a link can be. */
  public Optional<OrganizationId> organizationOf(String connectionId) {
    return database.inTransaction(
        tx -> tx.dao(LiveLinkDao.class).findOrganization(connectionId, clock.instant()));
  }

  /** Forgets a link; one that is not known is nothing to complain about. */
  public void close(String connectionId) {
    database.useTransaction(tx -> tx.dao(LiveLinkDao.class).delete(connectionId));
  }
}
