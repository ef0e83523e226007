package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallAnswered;
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
import java.util.UUID;

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
    var now = clock.instant();
    var transfer = Transfer.to(people, reason, TransferState.RINGING, now);
    tx.dao(TransferDao.class).insert(line.organization(), line.call(), transfer);
    announceStart(tx, line, transfer, now);
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
              var now = clock.instant();
              tx.dao(TransferDao.class).ring(line.organization(), chosen.id(), now);
              announceStart(tx, line, chosen, now);
            });
    return newest.filter(transfer -> !transfer.state().isEnd());
  }

  /** Twilio is being told by REST, and nobody else is to tell it. */
  void noteRedirect(Tx tx, CallLine line, UUID transfer) {
    var now = Optional.of(clock.instant());
    tx.dao(TransferDao.class).noteRedirect(line.organization(), transfer, now);
  }

  /** Twilio could not be told, and may be told again. */
  void forgetRedirect(Tx tx, CallLine line, UUID transfer) {
    tx.dao(TransferDao.class).noteRedirect(line.organization(), transfer, Optional.empty());
  }

  /** Nobody is rung any more; what has ended before stays as it ended. */
  void end(Tx tx, CallLine line, Transfer transfer, TransferState how) {
    if (!transfer.isRinging()) {
      return;
    }
    var now = clock.instant();
    tx.dao(TransferDao.class).end(line.organization(), transfer.id(), how, now);
    correlated(line.call())
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

  /**
   * Somebody who was rung has come to the phone; a leg that was dialed for nobody we rang is
   * nothing to tell.
   *
   * @param leg of the one who was rung, answered
   */
  void announceAnswer(Tx tx, OrganizationId organization, CallLeg leg) {
    var number = leg.toNumber().orElse("");
    tx.dao(TransferDao.class).findOfCall(organization, leg.callId()).stream()
        .filter(transfer -> transfer.rang(number))
        .reduce((_, later) -> later)
        .ifPresent(transfer -> announceAnswer(tx, organization, leg, transfer));
  }

  private void announceAnswer(Tx tx, OrganizationId organization, CallLeg leg, Transfer transfer) {
    // The carrier tells whole seconds: nobody answers before being rung.
    var rungAt = transfer.ringingSince().orElse(transfer.createdAt());
    var answeredAt = leg.answeredAt().filter(rungAt::isBefore).orElse(rungAt);
    var name =
        people(tx, organization).stream()
            .filter(person -> leg.toNumber().equals(Optional.of(person.number())))
            .map(TransferTarget::name)
            .findFirst()
            .orElse(transfer.toName());
    correlated(leg.callId())
        .run(
            () ->
                outbox.add(
                    tx,
                    new CallAnswered(
                        TimeOrderedUuid.next(),
                        organization,
                        answeredAt,
                        leg.callId(),
                        "PERSON",
                        Optional.of(name))));
  }

  private void announceStart(Tx tx, CallLine line, Transfer transfer, Instant now) {
    correlated(line.call())
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

  private static LogContext correlated(CallId call) {
    return LogContext.current().correlatedBy(call.toString());
  }
}
