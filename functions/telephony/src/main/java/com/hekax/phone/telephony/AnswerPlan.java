package com.hekax.phone.telephony;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.entitlements.Entitlements;
import com.hekax.phone.platform.entitlements.Feature;
import com.hekax.phone.telephony.NextStep.TakeMessage;
import com.hekax.phone.telephony.store.SnapshotDao;
import java.util.Optional;

/**
 * Who has the caller: the assistant, where the organization's plan has one and it was told what to
 * say; otherwise the people who can be rung; and when there are none, or none comes to the phone, a
 * voicemail. No caller is lost.
 */
final class AnswerPlan {
  /** As many as Twilio rings at once. */
  private static final int MOST_AT_ONCE = 10;

  private final Entitlements entitlements;
  private final BridgeSessions sessions;
  private final Transfers transfers;

  AnswerPlan(Entitlements entitlements, BridgeSessions sessions, Transfers transfers) {
    this.entitlements = entitlements;
    this.sessions = sessions;
    this.transfers = transfers;
  }

  /**
   * For a call that begins; the same again when Twilio asks again. Asked again when the caller
   * talks with the assistant, it has the answer, and another stream would be waited for in vain.
   */
  NextStep begin(Tx tx, CallLine line, String accountSid) {
    return sessions.hasBegun(tx, line)
        ? new NextStep.HangUp()
        : withAssistant(tx, line, accountSid, Optional.empty());
  }

  /** For a call that the assistant had before. */
  NextStep comeBack(Tx tx, CallLine line, String accountSid, ComingBack why) {
    return withAssistant(tx, line, accountSid, Optional.of(why));
  }

  /** For a call that the assistant cannot go on with: the first who can be rung. */
  NextStep withoutAssistant(Tx tx, CallLine line) {
    return ringOnce(tx, line, 1, TransferReason.ASSISTANT_FAILED);
  }

  private NextStep withAssistant(
      Tx tx, CallLine line, String accountSid, Optional<ComingBack> why) {
    return hasAssistant(tx, line.organization())
        ? sessions.next(tx, line, accountSid, why)
        : ringOnce(tx, line, MOST_AT_ONCE, TransferReason.NO_ASSISTANT);
  }

  private boolean hasAssistant(Tx tx, OrganizationId organization) {
    return entitlements.of(organization).features().contains(Feature.AI_RECEPTIONIST)
        && tx.dao(SnapshotDao.class).exists(organization);
  }

  /** Rings people for a call that has no assistant, and leaves it at that when they were rung. */
  private NextStep ringOnce(Tx tx, CallLine line, int atMost, TransferReason reason) {
    var before = transfers.of(tx, line);
    var ringing = before.stream().filter(Transfer::isRinging).findFirst();
    if (ringing.isPresent()) {
      return ringing.get().step(line);
    }
    boolean rungBefore =
        before.stream().anyMatch(transfer -> transfer.reason() != TransferReason.ASKED);
    var people = transfers.people(tx, line.organization()).stream().limit(atMost).toList();
    return people.isEmpty() || rungBefore
        ? new TakeMessage()
        : transfers.ring(tx, line, people, reason).step(line);
  }
}
