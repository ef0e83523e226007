package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.VoicemailLeft;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.telephony.store.CallLegDao;
import com.hekax.phone.telephony.store.VoicemailDao;
import java.time.InstantSource;
import java.util.UUID;

/** What callers leave when nobody could take their call. */
public final class Voicemails {
  private final LegOwners owners;
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  Voicemails(LegOwners owners, Database database, Outbox outbox, InstantSource clock) {
    this.owners = owners;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Keeps where a recording is; told again it knows better how long it is. It is announced once:
   * with the first report that knows its length.
   */
  public void keep(String callSid, Recording recording) {
    owners
        .find(callSid)
        .ifPresentOrElse(
            owner ->
                database.useTransaction(owner.organizationId(), tx -> keep(tx, owner, recording)),
            () ->
                Log.warn("A recording came of a call that is nobody's", field("callSid", callSid)));
  }

  private void keep(Tx tx, LegOwner owner, Recording recording) {
    LogContext.foundCorrelation(owner.callId().toString());
    var before = insertOrLock(tx, owner, recording);
    tx.dao(VoicemailDao.class).update(owner.organizationId(), before.id(), recording);
    if (before.seconds() == 0 && recording.seconds() > 0) {
      announce(tx, owner, before.id(), recording.seconds());
    }
  }

  /** The recording as it was before this report, held until the transaction ends. */
  private Voicemail insertOrLock(Tx tx, LegOwner owner, Recording recording) {
    var dao = tx.dao(VoicemailDao.class);
    var fresh = new Voicemail(TimeOrderedUuid.next(), 0);
    int added =
        dao.insert(owner.organizationId(), fresh.id(), owner.callId(), recording, clock.instant());
    return added == 1 ? fresh : dao.lock(owner.organizationId(), recording.sid()).orElseThrow();
  }

  private void announce(Tx tx, LegOwner owner, UUID voicemail, int seconds) {
    var caller =
        tx.dao(CallLegDao.class)
            .findCallers(owner.organizationId(), owner.callId())
            .flatMap(CallLeg::counterpart);
    LogContext.current()
        .correlatedBy(owner.callId().toString())
        .run(
            () ->
                outbox.add(
                    tx,
                    new VoicemailLeft(
                        TimeOrderedUuid.next(),
                        owner.organizationId(),
                        clock.instant(),
                        owner.callId(),
                        voicemail,
                        caller,
                        seconds)));
  }
}
