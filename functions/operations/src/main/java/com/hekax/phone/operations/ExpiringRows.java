package com.hekax.phone.operations;

import com.google.errorprone.annotations.Immutable;
import com.hekax.phone.operations.store.UpkeepDao;
import java.time.Duration;
import java.time.Instant;

/** The rows that go by themselves, and how long after what they are kept. */
enum ExpiringRows {
  /** After they were published. */
  OUTBOX(Duration.ofDays(7), UpkeepDao::deleteOutbox),

  /** After they were handled: longer than any queue and dead-letter queue holds a message. */
  HANDLED_EVENTS(Duration.ofDays(30), UpkeepDao::deleteHandledEvents),

  /** After the first answer; the API document promises a day. */
  IDEMPOTENCY_KEYS(Duration.ofDays(1), UpkeepDao::deleteIdempotencyKeys),

  /** After they were opened, once they arrived or were given up; they are the delivery log. */
  DELIVERIES(Duration.ofDays(30), UpkeepDao::deleteSettledDeliveries),

  /** As soon as they no longer open a link. */
  LIVE_TICKETS(Duration.ZERO, UpkeepDao::deleteLiveTickets),

  /** As soon as the gateway has closed the link, should it not have said so. */
  LIVE_CONNECTIONS(Duration.ZERO, UpkeepDao::deleteLiveConnections),

  /** After they were sent: a page that was away for longer asks anew. */
  LIVE_FRAMES(Duration.ofHours(1), UpkeepDao::deleteLiveFrames),

  /** As soon as a browser that comes back comes too late. */
  CRM_AUTHORIZATIONS(Duration.ZERO, UpkeepDao::deleteCrmAuthorizations),

  /** As soon as a browser that comes back comes too late. */
  SLACK_AUTHORIZATIONS(Duration.ZERO, UpkeepDao::deleteSlackAuthorizations),

  /** After they were heard of: who was captured on one has been told of long before. */
  CRM_CALLS(Duration.ofDays(30), UpkeepDao::deleteCrmCalls),

  /** As soon as they hold nobody off, should their holder not have let go. */
  CRM_LOCKS(Duration.ZERO, UpkeepDao::deleteCrmLocks),

  /** After their credential has ended: as long as a call may still come back to one. */
  BRIDGE_SESSIONS(Duration.ofDays(1), UpkeepDao::deleteBridgeSessions),

  /** As soon as their link opens nothing more. */
  SIGNUPS(Duration.ZERO, UpkeepDao::deleteSignUps),

  /** As soon as their link sets nothing more. */
  PASSWORD_RESETS(Duration.ZERO, UpkeepDao::deletePasswordResets),

  /** As soon as their link changes nothing more. */
  EMAIL_CHANGES(Duration.ZERO, UpkeepDao::deleteEmailChanges),

  /** As soon as no code answers them. */
  SIGN_IN_CHALLENGES(Duration.ZERO, UpkeepDao::deleteSignInChallenges),

  /** After the last one: then they are forgiven. */
  SIGN_IN_ATTEMPTS(Duration.ofDays(1), UpkeepDao::deleteSignInAttempts),

  /** As soon as the quota is there again. */
  REQUEST_RATES(Duration.ZERO, UpkeepDao::deleteRequestRates),

  /** After their link has expired: until then a team sees whom it has asked in vain. */
  INVITATIONS(Duration.ofDays(30), UpkeepDao::deleteInvitations),

  /** Receipts, after all was erased: as long as somebody may still have to be shown that it was. */
  ORGANIZATION_ERASURES(Duration.ofDays(3 * 365), UpkeepDao::deleteOrganizationErasures),

  /** After they expired: for a week a stolen one that is shown still ends its session. */
  REFRESH_TOKENS(Duration.ofDays(7), UpkeepDao::deleteRefreshTokens);

  private final Duration keptFor;
  private final Delete delete;

  ExpiringRows(Duration keptFor, Delete delete) {
    this.keptFor = keptFor;
    this.delete = delete;
  }

  @Immutable
  private interface Delete {
    int run(UpkeepDao dao, Instant before, int limit);
  }

  Duration keptFor() {
    return keptFor;
  }

  /** Deletes the oldest that ended before a moment, and says how many. */
  int delete(UpkeepDao dao, Instant before, int limit) {
    return delete.run(dao, before, limit);
  }
}
