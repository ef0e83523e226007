package com.hekax.phone.calls;

import com.hekax.phone.calls.store.CallTurnDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.tenancy.OngoingCall;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Keeps what is said in a call as it goes on. */
public final class Transcripts {
  private final Database database;

  public Transcripts(Database database) {
    this.database = database;
  }

  /** Saves turns; one that is known already is replaced by a version that knows as much or more. */
  public void save(OngoingCall by, List<CallTurn> turns) {
    database.useTransaction(
        by.organization(),
        tx -> tx.dao(CallTurnDao.class).save(by.organization(), by.call(), newest(turns)));
  }

  /** One version of each: a statement cannot write a row twice. */
  private static Collection<CallTurn> newest(List<CallTurn> turns) {
    var byItem = new LinkedHashMap<String, CallTurn>();
    turns.forEach(turn -> byItem.merge(turn.itemId(), turn, CallTurn::replacedBy));
    return byItem.values();
  }
}
