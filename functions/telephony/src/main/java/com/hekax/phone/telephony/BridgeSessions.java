package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallId;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.telephony.NextStep.Talk;
import com.hekax.phone.telephony.store.BridgeSessionDao;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The streams of a call to the media bridge. Whoever asks holds the caller's leg, so of one call
 * there is one change at a time.
 */
final class BridgeSessions {
  /** Twilio connects within seconds of being told. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

  /** As long as Twilio lets a call be. */
  static final Duration CREDENTIAL_LIFE = Duration.ofHours(4);

  /** After the end of the call, in which the bridge brings its last turns and its report. */
  static final Duration LAST_WORDS = Duration.ofMinutes(2);

  private final InstantSource clock;

  BridgeSessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A token for the next stream of a call. A stream that is still waited for gets another beside
   * those it had: Twilio asks again when it has no answer yet, and may then go by any of them.
   */
  Talk next(Tx tx, CallLine line, String accountSid, Optional<ComingBack> why) {
    var dao = tx.dao(BridgeSessionDao.class);
    var token = RandomToken.create();
    var now = clock.instant();
    var waiting = newest(tx, line).filter(BridgeSession::isWaiting);
    if (waiting.isPresent()) {
      dao.renew(line.organization(), waiting.get().id(), token.hash(), now.plus(TOKEN_LIFE));
      return new Talk(waiting.get().id(), token);
    }
    var session = TimeOrderedUuid.next();
    dao.insert(
        line.organization(),
        new NewBridgeSession(
            session,
            line.call(),
            line.callSid(),
            accountSid,
            why,
            token.hash(),
            now.plus(TOKEN_LIFE),
            now,
            now.plus(CREDENTIAL_LIFE)));
    return new Talk(session, token);
  }

  /** All of a call, oldest first. */
  List<BridgeSession> of(Tx tx, CallLine line) {
    return tx.dao(BridgeSessionDao.class).findOfCall(line.organization(), line.call());
  }

  /**
   * Whether a stream of the call has reached the bridge, and so the answer that opened it Twilio.
   */
  boolean hasBegun(Tx tx, CallLine line) {
    return of(tx, line).stream().anyMatch(session -> session.usedAt().isPresent());
  }

  /** The same answer once more, as long as it is waited for; empty when the stream has begun. */
  Optional<Talk> again(Tx tx, CallLine line, String accountSid) {
    return newest(tx, line)
        .filter(BridgeSession::isWaiting)
        .map(waiting -> next(tx, line, accountSid, waiting.cameBack()));
  }

  private Optional<BridgeSession> newest(Tx tx, CallLine line) {
    return of(tx, line).stream().reduce((_, later) -> later);
  }

  /** A stream is over; the bridge may still have something to say about it. */
  void close(Tx tx, CallLine line, UUID session) {
    tx.dao(BridgeSessionDao.class).close(line.organization(), session, clock.instant());
  }

  /** The call is to be ended. */
  void noteHangUp(Tx tx, OrganizationId organization, CallId call) {
    tx.dao(BridgeSessionDao.class).noteHangUp(organization, call, clock.instant());
  }

  /** The call is over: its tokens are void, its credentials shortly. */
  void end(Tx tx, OrganizationId organization, CallId call) {
    var now = clock.instant();
    tx.dao(BridgeSessionDao.class).endOfCall(organization, call, now, now.plus(LAST_WORDS));
  }
}
