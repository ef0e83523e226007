package com.hekax.phone.telephony;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.telephony.NextStep.Ring;
import com.hekax.phone.telephony.store.CallLegDao;
import com.hekax.phone.twilio.CallUpdate;
import com.hekax.phone.twilio.CallUpdate.Done;
import com.hekax.phone.twilio.CallUpdate.OverAlready;
import com.hekax.phone.twilio.CallUpdate.Refused;
import com.hekax.phone.twilio.CallUpdate.TryLater;
import com.hekax.phone.twilio.TwilioCalls;
import java.util.function.BiFunction;

/**
 * What the media bridge asks for a call in progress, done through Twilio's REST API. What is to be
 * done is saved before Twilio is told: when the stream ends Twilio may ask at once how to go on,
 * and when Twilio could not be told, that is when it learns. So is that it is told: who asks again
 * meanwhile must not cut off the ringing, or the two who talk by then.
 */
public final class LiveCalls {
  private final AnswerPlan plan;
  private final BridgeSessions sessions;
  private final Transfers transfers;
  private final CallScript script;
  private final TwilioCalls twilio;
  private final Database database;

  LiveCalls(
      AnswerPlan plan,
      BridgeSessions sessions,
      Transfers transfers,
      CallScript script,
      TwilioCalls twilio,
      Database database) {
    this.plan = plan;
    this.sessions = sessions;
    this.transfers = transfers;
    this.script = script;
    this.twilio = twilio;
    this.database = database;
  }

  /** What Twilio is told, and about which call. */
  private record Order(CallLine line, NextStep step, boolean isTold) {}

  /**
   * Rings the person whom the assistant was told for the call. Asked again it does nothing more.
   *
   * @throws com.hekax.phone.platform.problems.Problem when nobody was chosen, and when Twilio could
   *     not be told
   */
  public void putThrough(OrganizationId organization, CallId call) {
    redirect(
        organization,
        call,
        (tx, line) ->
            transfers
                .ringChosen(tx, line)
                .map(transfer -> order(tx, line, transfer.step(line)))
                .orElseThrow(
                    () ->
                        ProblemType.CONFLICT.because(
                            "Nobody was chosen for this call. Choose with transfer-call first.")));
  }

  /**
   * Takes the call from an assistant that cannot go on, and gives it to a person or a voicemail.
   * Asked again it does nothing more.
   *
   * @throws com.hekax.phone.platform.problems.Problem when Twilio could not be told
   */
  public void takeFromAssistant(OrganizationId organization, CallId call) {
    redirect(organization, call, (tx, line) -> order(tx, line, plan.withoutAssistant(tx, line)));
  }

  /** Ends the call; one that is over stays so. */
  public void hangUp(OrganizationId organization, CallId call) {
    var line =
        database.inTransaction(
            organization,
            tx -> {
              sessions.noteHangUp(tx, organization, call);
              return line(tx, organization, call);
            });
    if (isRefused(twilio.hangUp(line.callSid()), line)) {
      throw ProblemType.UNAVAILABLE.because("Twilio could not be told to end the call.");
    }
  }

  private void redirect(
      OrganizationId organization, CallId call, BiFunction<Tx, CallLine, Order> decision) {
    var order =
        database.inTransaction(
            organization, tx -> decision.apply(tx, line(tx, organization, call)));
    if (order.isTold() || order.line().isOver()) {
      return;
    }
    var update = twilio.redirect(order.line().callSid(), script.of(order.step()));
    database.useTransaction(organization, tx -> note(tx, order, update));
    if (isRefused(update, order.line())) {
      throw ProblemType.UNAVAILABLE.because("Twilio could not be told to go on with the call.");
    }
  }

  private Order order(Tx tx, CallLine line, NextStep step) {
    boolean isTold =
        transfers.of(tx, line).stream()
            .filter(transfer -> isFor(transfer, step))
            .anyMatch(transfer -> transfer.redirectedAt().isPresent());
    if (!isTold && !line.isOver() && step instanceof Ring(var id, _, _)) {
      transfers.noteRedirect(tx, line, id);
    }
    return new Order(line, step, isTold);
  }

  /** A message is taken of whom nobody could be found for, or after the one who was rung. */
  private static boolean isFor(Transfer transfer, NextStep step) {
    return step instanceof Ring(var id, _, _)
        ? transfer.id().equals(id)
        : transfer.reason() == TransferReason.ASSISTANT_FAILED;
  }

  /** What Twilio answered, on the people who are being rung if there are any. */
  private void note(Tx tx, Order order, CallUpdate update) {
    if (!(order.step() instanceof Ring(var id, _, _))) {
      return;
    }
    switch (update) {
      case Done _ -> {}
      case OverAlready _, Refused _ -> {
        transfers.forgetRedirect(tx, order.line(), id);
        transfers.of(tx, order.line()).stream()
            .filter(one -> one.id().equals(id))
            .forEach(transfer -> transfers.end(tx, order.line(), transfer, TransferState.FAILED));
      }
      // Twilio learns it when the stream ends.
      case TryLater _ -> transfers.forgetRedirect(tx, order.line(), id);
    }
  }

  private static boolean isRefused(CallUpdate update, CallLine line) {
    return switch (update) {
      case Done _, OverAlready _ -> false;
      case TryLater(var reason) -> {
        Log.warn(
            "Twilio could not be told what to do with a call",
            field("callId", line.call()),
            field("reason", reason));
        yield true;
      }
      case Refused(var status, var code) -> {
        Log.error(
            "Twilio refused to change a call",
            field("callId", line.call()),
            field("status", status),
            field("code", code));
        yield true;
      }
    };
  }

  private static CallLine line(Tx tx, OrganizationId organization, CallId call) {
    return tx.dao(CallLegDao.class)
        .lockCallers(organization, call)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such call."))
        .line(organization);
  }
}
