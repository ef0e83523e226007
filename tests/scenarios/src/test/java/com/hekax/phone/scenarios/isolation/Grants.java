package com.hekax.phone.scenarios.isolation;

import java.util.Set;

/**
 * Rights that no statement of its role needs, as far as the probes can tell, and that are known.
 */
final class Grants {
  static final Set<String> WITHOUT_A_STATEMENT =
      Set.of(
          // A statement that names its organization, in the transaction of a sign-up.
          "hekax_system may insert outbox",
          // Nothing uses these today.
          "hekax_app may insert business_hours",
          "hekax_app may update business_hours",
          "hekax_app may delete business_hours",
          "hekax_app may delete deliveries",
          "hekax_app may select call_reports",
          "hekax_app may select phone_numbers",
          "hekax_system may select organizations",
          "hekax_system may select plans",
          "hekax_system may select receptionist_snapshots",
          "hekax_system may update users");

  private Grants() {}
}
