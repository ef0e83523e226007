package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.telephony.NextStep.HangUp;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls that Twilio asks about again: a stream is over, or somebody was rung. It may ask more than
 * once and in another order than things happened.
 */
public final class ReturningCalls {
  private final LegOwners owners;
  private final CallLegs legs;
  private final AnswerPlan plan;
  private final BridgeSessions sessions;
  private final Transfers transfers;
  private final Database database;

  ReturningCalls(
      LegOwners owners,
      CallLegs legs,
      AnswerPlan plan,
      BridgeSessions sessions,
      Transfers transfers,
      Database database) {
    this.owners = owners;
    this.legs = legs;
    this.plan = plan;
    this.sessions = sessions;
    this.transfers = transfers;
    this.database = database;
  }

  private interface Decision {
    NextStep of(Tx tx, CallLine line);
  }

  /**
   * A stream to the media bridge is over. Unless we ended it the caller still waits, so the
   * assistant is called back, once in a call; the next time people have the caller.
   *
   * @param session which one
   */
  public NextStep afterStream(String callSid, String accountSid, UUID session) {
    return decide(callSid, (tx, line) -> afterStream(tx, line, accountSid, session));
  }

  private NextStep afterStream(Tx tx, CallLine line, String accountSid, UUID session) {
    if (line.isOver()) {
      return new HangUp();
    }
    var all = sessions.of(tx, line);
    if (all.stream().noneMatch(one -> one.id().equals(session))) {
      return unknown(line, "session", session);
    }
    var newest = all.getLast();
    var ringing = transfers.of(tx, line).stream().filter(Transfer::isRinging).findFirst();
    if (ringing.isPresent()) {
      // Twilio has been told by REST already. Should that have failed, it is told here: either way
      // the same person is rung.
      return ringing.get().step(line);
    }
    if (newest.hangUpAt().isPresent()) {
      return new HangUp();
    }
    if (!newest.id().equals(session)) {
      // Asked again: there is an answer already, the stream that follows this one.
      return again(tx, line, accountSid);
    }
    sessions.close(tx, line, session);
    boolean lostBefore =
        all.stream().anyMatch(one -> one.cameBack().equals(Optional.of(ComingBack.STREAM_LOST)));
    return lostBefore
        ? plan.withoutAssistant(tx, line)
        : plan.comeBack(tx, line, accountSid, ComingBack.STREAM_LOST);
  }

  /**
   * Nobody is rung any more.
   *
   * @param transfer which time
   * @param how ANSWERED once the two have talked
   */
  public NextStep afterDial(String callSid, String accountSid, UUID transfer, TransferState how) {
    return decide(
        callSid,
        (tx, line) ->
            transfers.of(tx, line).stream()
                .filter(one -> one.id().equals(transfer))
                .findFirst()
                .map(ended -> afterDial(tx, line, accountSid, ended, how))
                .orElseGet(() -> unknown(line, "transfer", transfer)));
  }

  private NextStep afterDial(
      Tx tx, CallLine line, String accountSid, Transfer ended, TransferState how) {
    transfers.end(tx, line, ended, how);
    // What came first counts: this may be told again, and otherwise.
    var state = ended.state().isEnd() ? ended.state() : how;
    if (line.isOver() || state == TransferState.ANSWERED) {
      return new HangUp();
    }
    return switch (ended.reason()) {
      case ASKED ->
          // Told again: there is an answer already, the stream that came after.
          ended.state().isEnd()
              ? again(tx, line, accountSid)
              : plan.comeBack(tx, line, accountSid, ComingBack.TRANSFER_FAILED);
      case NO_ASSISTANT, ASSISTANT_FAILED -> new NextStep.TakeMessage();
    };
  }

  private NextStep again(Tx tx, CallLine line, String accountSid) {
    return sessions.again(tx, line, accountSid).<NextStep>map(talk -> talk).orElseGet(HangUp::new);
  }

  private NextStep decide(String callSid, Decision decision) {
    var found = owners.find(callSid);
    if (found.isEmpty()) {
      Log.warn("Twilio asks about a call that is nobody's", field("callSid", callSid));
      return new HangUp();
    }
    var owner = found.get();
    return database.inTransaction(
        owner.organizationId(),
        tx -> {
          var leg = legs.lock(tx, owner, callSid);
          return decision.of(tx, leg.line(owner.organizationId()));
        });
  }

  private static NextStep unknown(CallLine line, String what, UUID id) {
    Log.warn(
        "Twilio asks about a part of a call that the call does not have",
        field("callId", line.call()),
        field("part", what),
        field("id", id));
    return new HangUp();
  }
}
