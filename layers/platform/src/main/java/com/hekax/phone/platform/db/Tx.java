package com.hekax.phone.platform.db;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** An open transaction: statements by DAO, and what is to follow once it has been committed. */
public final class Tx {
  private final Handle handle;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Tx(Handle handle) {
    this.handle = handle;
  }

  /** A DAO (a jdbi SQL Object) whose statements run in this transaction. */
  public <T> T dao(Class<T> type) {
    return handle.attach(type);
  }

  /**
   * Runs once the whole transaction is committed, and not at all if it is rolled back. A failure is
   * logged and changes nothing: use it for what something else makes up for.
   */
  public void afterCommit(Runnable work) {
    afterCommit.add(work);
  }

  Handle handle() {
    return handle;
  }

  List<Runnable> afterCommit() {
    return afterCommit;
  }
}
