package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.telephony.store.VoicemailDao;
import java.time.InstantSource;

/** What callers leave when nobody could take their call. */
public final class Voicemails {
  private final LegOwners owners;
  private final Database database;
  private final InstantSource clock;

  Voicemails(LegOwners owners, Database database, InstantSource clock) {
    this.owners = owners;
    this.database = database;
    this.clock = clock;
  }

  /** Keeps where a recording is; told again it knows better how long it is. */
  public void keep(String callSid, Recording recording) {
    owners
        .find(callSid)
        .ifPresentOrElse(
            owner ->
                database.useTransaction(
                    owner.organizationId(),
                    tx ->
                        tx.dao(VoicemailDao.class)
                            .save(
                                owner.organizationId(),
                                TimeOrderedUuid.next(),
                                owner.callId(),
                                recording,
                                clock.instant())),
            () ->
                Log.warn("A recording came of a call that is nobody's", field("callSid", callSid)));
  }
}
