package com.hekax.phone.telephony;

import com.hekax.phone.contracts.CallAnswered;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.telephony.store.BridgeTokenDao;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Whose call it is that the media bridge shows a token or a credential of. */
@AcrossOrganizations("the bridge shows a secret, and nobody knows yet whose call it is of")
public final class BridgeTokens {
  /**
   * The bridge asks again at once when it got no answer; later a token is used up for everybody.
   */
  private static final Duration ASKED_AGAIN_WITHIN = Duration.ofSeconds(30);

  private final SystemDatabase database;
  private final Outbox outbox;
  private final InstantSource clock;

  BridgeTokens(SystemDatabase database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A call that the bridge was let into, and what it acts with from now on. */
  public record Admitted(OngoingCall call, RandomToken credential) {}

  /**
   * Lets the bridge into a call, once for a token: from then on the assistant has the caller, which
   * is announced in the same transaction. The stream that was let in may ask again, because the
   * answer may have been lost: it gets another credential, and the first stays good.
   *
   * @return empty when the token is not good, whatever is wrong with it: that is the same two
   *     statements each time, which take one time
   */
  public Optional<Admitted> redeem(
      RandomToken token, String callSid, String accountSid, String streamSid) {
    var credential = RandomToken.create();
    var now = clock.instant();
    return database
        .inTransaction(
            tx -> {
              var owner =
                  tx.dao(BridgeTokenDao.class)
                      .redeem(
                          token.hash(),
                          callSid,
                          accountSid,
                          streamSid,
                          credential.hash(),
                          now,
                          now.plus(BridgeSessions.CREDENTIAL_LIFE));
              owner.ifPresent(found -> announce(tx, found, now));
              return owner;
            })
        .or(() -> repeat(token, callSid, accountSid, streamSid, credential, now))
        .map(owner -> new Admitted(ongoing(owner), credential));
  }

  private Optional<LegOwner> repeat(
      RandomToken token,
      String callSid,
      String accountSid,
      String streamSid,
      RandomToken credential,
      Instant now) {
    return database.inTransaction(
        tx ->
            tx.dao(BridgeTokenDao.class)
                .repeat(
                    token.hash(),
                    callSid,
                    accountSid,
                    streamSid,
                    credential.hash(),
                    now.minus(ASKED_AGAIN_WITHIN),
                    now));
  }

  private void announce(Tx tx, LegOwner owner, Instant now) {
    LogContext.current()
        .correlatedBy(owner.callId().toString())
        .run(
            () ->
                outbox.add(
                    tx,
                    new CallAnswered(
                        TimeOrderedUuid.next(),
                        owner.organizationId(),
                        now,
                        owner.callId(),
                        "ASSISTANT",
                        Optional.empty())));
  }

  /** The call that a credential is of, as long as it is good. */
  public Optional<OngoingCall> find(RandomToken credential) {
    return database
        .inTransaction(
            tx -> tx.dao(BridgeTokenDao.class).findByCredential(credential.hash(), clock.instant()))
        .map(BridgeTokens::ongoing);
  }

  private static OngoingCall ongoing(LegOwner owner) {
    return new OngoingCall(owner.organizationId(), owner.callId());
  }
}
