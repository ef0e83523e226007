package com.hekax.phone.start;

import java.io.IOException;
import java.util.Map;

/**
 * Connects Bright Dental to the sandbox's HubSpot. The sandbox forgets whom it let in when it ends,
 * so that is done at each start; the connection stays the same one.
 */
final class DemoHubSpot {
  private final DemoConsent consent;

  DemoHubSpot(DemoConsent consent) {
    this.consent = consent;
  }

  void connect() throws IOException, InterruptedException {
    consent.give("/api/crm/authorizations", Map.of("provider", "HUBSPOT"), "hubspot");
  }
}
