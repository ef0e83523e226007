package com.hekax.phone.live;

import com.hekax.phone.live.store.TicketDao;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.tenancy.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Issues the tickets that live links are opened with. */
public final class Tickets {
  static final Duration LIFE = Duration.ofSeconds(30);

  private final Database database;
  private final InstantSource clock;

  Tickets(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public record Issued(RandomToken ticket, Instant expiresAt) {}

  /** A ticket for one link of a person. */
  public Issued issue(Member to) {
    var issued = new Issued(RandomToken.create(), clock.instant().plus(LIFE));
    database.useTransaction(
        to.organization(),
        tx ->
            tx.dao(TicketDao.class)
                .insert(to.organization(), to.user(), issued.ticket().hash(), issued.expiresAt()));
    return issued;
  }
}
