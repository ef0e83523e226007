package com.hekax.phone.start;

import java.io.IOException;
import java.util.Map;

/**
 * Connects Bright Dental to the channel {@code #calls} of the sandbox's Slack; at each start, as
 * {@link DemoHubSpot} does.
 */
final class DemoSlack {
  private final DemoConsent consent;

  DemoSlack(DemoConsent consent) {
    this.consent = consent;
  }

  void connect() throws IOException, InterruptedException {
    consent.give("/api/notifications/slack/authorizations", Map.of(), "slack");
  }
}
