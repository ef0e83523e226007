package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.CallTransferEnded;
import com.hekax.phone.contracts.CallTransferStarted;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.telephony.store.TransferDao;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** People who are rung for callers: who is asked, and what comes of it. */
public final class Transfers {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  Transfers(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Whom a caller will be put through to, or why to nobody. */
  public sealed interface Choice {
    record To(String name) implements Choice {}

    record Nobody(String reason) implements Choice {}
  }

  /**
   * Chooses for a caller who asks for a person; nobody is rung before the assistant has said so.
   *
   * @param wanted whom the caller named, in their own words
   */
  public Choice choose(OrganizationId organization, CallId call, Optional<String> wanted) {
    return database.inTransaction(
        organization,
        tx -> {
          var dao = tx.dao(TransferDao.class);
          var choice =
              PersonChoice.among(
                  dao.findPeople(organization), dao.findOfCall(organization, call), wanted);
          if (choice instanceof PersonChoice.Person(var person)) {
            dao.insert(
                organization,
                call,
                Transfer.to(
                    List.of(person), TransferReason.ASKED, TransferState.CHOSEN, clock.instant()));
          }
          return switch (choice) {
            case PersonChoice.Person(var person) -> new Choice.To(person.name());
            case PersonChoice.Nobody(var reason) -> new Choice.Nobody(reason);
          };
        });
  }

  /** All of a call, oldest first. */
  List<Transfer> of(Tx tx, CallLine line) {
    return tx.dao(TransferDao.class).findOfCall(line.organization(), line.call());
  }

  List<TransferTarget> people(Tx tx, OrganizationId organization) {
    return tx.dao(TransferDao.class).findPeople(organization);
  }

  /** Rings people from now on. */
  Transfer ring(Tx tx, CallLine line, List<TransferTarget> people, TransferReason reason) {
    var transfer = Transfer.to(people, reason, TransferState.RINGING, clock.instant());
    tx.dao(TransferDao.class).insert(line.organization(), line.call(), transfer);
    announceStart(tx, line, transfer);
    return transfer;
  }

  /**
   * Rings whom the assistant was last told, from now on.
   *
   * @return who is being rung already, if somebody is; empty when nobody was chosen
   */
  Optional<Transfer> ringChosen(Tx tx, CallLine line) {
    var newest = of(tx, line).stream().reduce((_, later) -> later);
    newest
        .filter(transfer -> transfer.state() == TransferState.CHOSEN)
        .ifPresent(
            chosen -> {
              tx.dao(TransferDao.class)
                  .advance(line.organization(), chosen.id(), TransferState.RINGING);
              announceStart(tx, line, chosen);
            });
    return newest.filter(transfer -> !transfer.state().isEnd());
  }

  /** Twilio was told by REST. */
  void noteRedirect(Tx tx, CallLine line, Transfer transfer) {
    tx.dao(TransferDao.class).noteRedirect(line.organization(), transfer.id(), clock.instant());
  }

  /** Nobody is rung any more; what has ended before stays as it ended. */
  void end(Tx tx, CallLine line, Transfer transfer, TransferState how) {
    if (!transfer.isRinging()) {
      return;
    }
    var now = clock.instant();
    tx.dao(TransferDao.class).end(line.organization(), transfer.id(), how, now);
    correlated(line)
        .run(
            () ->
                outbox.add(
                    tx,
                    new CallTransferEnded(
                        TimeOrderedUuid.next(),
                        line.organization(),
                        now,
                        line.call(),
                        transfer.toName(),
                        how.name())));
  }

  private void announceStart(Tx tx, CallLine line, Transfer transfer) {
    Instant now = clock.instant();
    correlated(line)
        .run(
            () ->
                outbox.add(
                    tx,
                    new CallTransferStarted(
                        TimeOrderedUuid.next(),
                        line.organization(),
                        now,
                        line.call(),
                        transfer.toName())));
  }

  private static LogContext correlated(CallLine line) {
    return LogContext.current().correlatedBy(line.call().toString());
  }
}
