package com.hekax.phone.calls;

import com.hekax.phone.calls.store.CallMessageDao;
import com.hekax.phone.contracts.MessageTaken;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.OngoingCall;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Takes messages; each is announced in the transaction that saves it. */
public final class Messages {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  public Messages(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Saves what a caller wants to be passed on.
   *
   * @param phone E.164
   * @return the id of the message
   */
  public UUID take(
      OngoingCall in,
      String text,
      Optional<String> name,
      Optional<String> phone,
      Optional<String> forWhom) {
    var message =
        new CallMessage(TimeOrderedUuid.next(), text, name, phone, forWhom, clock.instant());
    database.useTransaction(
        in.organization(),
        tx -> {
          tx.dao(CallMessageDao.class).insert(in.organization(), in.call(), message);
          // Everything that a call sets off is found by the call's id.
          LogContext.current()
              .correlatedBy(in.call().toString())
              .run(() -> outbox.add(tx, taken(in, message)));
        });
    return message.id();
  }

  private static MessageTaken taken(OngoingCall in, CallMessage message) {
    return new MessageTaken(
        TimeOrderedUuid.next(),
        in.organization(),
        message.takenAt(),
        in.call(),
        message.id(),
        message.message(),
        message.name(),
        message.phone(),
        message.forWhom());
  }
}
