package com.hekax.phone.platform.vendor;

import java.time.Duration;

/** What became of writing something of ours into a vendor's system. */
public sealed interface SyncOutcome {

  /**
   * It is there.
   *
   * @param externalId how the vendor calls it
   */
  record Saved(String externalId) implements SyncOutcome {}

  /**
   * Not now: the same attempt may well succeed after this time.
   *
   * @param reason shown to the organization
   */
  record TryLater(Duration after, String reason) implements SyncOutcome {}

  /**
   * The vendor refuses it, and will again.
   *
   * @param reason shown to the organization
   */
  record Rejected(String reason) implements SyncOutcome {}

  /**
   * The vendor does not accept our access any more: only the organization can grant it again.
   *
   * @param reason shown to the organization
   */
  record ReconnectNeeded(String reason) implements SyncOutcome {}
}
