package com.hekax.phone.calls;

import com.hekax.phone.calls.store.CallDao;
import com.hekax.phone.calls.store.CallEventDao;
import com.hekax.phone.platform.db.Tx;

/** Writes what is heard of a call into its story and its row. */
public final class CallRecorder {

  /** Once for each event: what the story has already changes nothing. */
  public void record(Tx tx, CallNews news) {
    var organization = news.organization();
    if (tx.dao(CallEventDao.class).insert(organization, news.call(), news.event()) == 0) {
      return;
    }
    if (tx.dao(CallDao.class).merge(organization, news.change()) == 0) {
      throw new IllegalStateException("The event names a call of another organization");
    }
  }
}
