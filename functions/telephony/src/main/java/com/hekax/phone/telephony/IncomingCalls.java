package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.telephony.NextStep.HangUp;
import com.hekax.phone.telephony.NextStep.Refuse;

/** Calls as they begin. */
public final class IncomingCalls {
  private final LegOwners owners;
  private final CallLegs legs;
  private final AnswerPlan plan;
  private final Database database;

  IncomingCalls(LegOwners owners, CallLegs legs, AnswerPlan plan, Database database) {
    this.owners = owners;
    this.legs = legs;
    this.plan = plan;
    this.database = database;
  }

  /**
   * Notes the call and says who has the caller. Twilio may ask again, and may have told how the
   * call ended before it asks.
   */
  public NextStep answer(LegReport report, String accountSid) {
    var found = owners.find(report);
    if (found.isEmpty()) {
      Log.warn("A call came to a number that is nobody's", field("callSid", report.callSid()));
      return new Refuse();
    }
    var owner = found.get();
    return database.inTransaction(
        owner.organizationId(),
        tx -> {
          var line = legs.note(tx, owner, report).line(owner.organizationId());
          return line.isOver() ? new HangUp() : plan.begin(tx, line, accountSid);
        });
  }
}
