package com.hekax.phone.telephony;

import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.telephony.store.BridgeSessionDao;
import com.hekax.phone.telephony.store.BusinessDao;
import com.hekax.phone.telephony.store.CallLegDao;
import com.hekax.phone.telephony.store.SnapshotDao;
import com.hekax.phone.telephony.store.TransferDao;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Tells the assistant what it must know for a call that it was let into. */
public final class Briefings {
  private final Database database;
  private final InstantSource clock;

  Briefings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The briefing for the newest stream of a call. */
  public Briefing of(OngoingCall call) {
    var organization = call.organization();
    return database.read(
        organization,
        tx -> {
          var used =
              tx.dao(BridgeSessionDao.class).findOfCall(organization, call.call()).stream()
                  .filter(session -> session.usedAt().isPresent())
                  .toList();
          boolean resumed = used.size() > 1;
          var why = resumed ? used.getLast().cameBack() : Optional.<ComingBack>empty();
          var back =
              resumed
                  ? Optional.of(
                      CallContext.back(
                          why, tx.dao(TransferDao.class).findOfCall(organization, call.call())))
                  : Optional.<String>empty();
          var snapshot = Json.tree(tx.dao(SnapshotDao.class).find(organization).orElseThrow());
          return new Briefing(
              resumed,
              context(tx, call, back),
              why.map(reason -> ComingBackGreeting.in(snapshot, reason)).orElse(snapshot));
        });
  }

  private String context(Tx tx, OngoingCall call, Optional<String> back) {
    var organization = call.organization();
    var business = tx.dao(BusinessDao.class);
    var caller =
        tx.dao(CallLegDao.class)
            .findCallers(organization, call.call())
            .flatMap(CallLeg::counterpart);
    return CallContext.of(
        caller,
        clock.instant().atZone(ZoneId.of(business.timeZone(organization))),
        new OpeningHours(business.findHours(organization)),
        back);
  }
}
