package com.hekax.phone.platform.audit;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LogContext;
import java.util.Map;

/**
 * The audit log as code meets it, which is seldom: a change of a row is written by the row's table,
 * and a transaction of an organization has said who acts when it was entered.
 */
public final class Audit {

  /**
   * Says who acts in a transaction of the system, before it changes what the log keeps. One that
   * forgets it is in the log all the same, as the system's or the changed person's own.
   */
  public static void attribute(Tx tx) {
    var _ = tx.dao(AuditDao.class).act(Acting.current(), LogContext.current().requestId());
  }

  /**
   * Writes down what happened and changed no row, such as a sign-in that failed.
   *
   * @param action as {@code session.refused}: what it happened to, and what happened
   * @param target what it happened to; its kind is the action's first word
   * @param detail what else there is to say, such as a reason; never a secret
   */
  public static void note(
      Tx tx, OrganizationId organization, String action, String target, Map<String, ?> detail) {
    int dot = action.indexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException(action + " is not of the form thing.verb");
    }
    var _ =
        tx.dao(AuditDao.class)
            .note(organization, action, action.substring(0, dot), target, Json.write(detail));
  }

  private Audit() {}
}
