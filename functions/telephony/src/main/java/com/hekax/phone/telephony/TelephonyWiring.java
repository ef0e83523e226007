package com.hekax.phone.telephony;

import com.hekax.phone.platform.Platform;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class TelephonyWiring {
  private static final Platform PLATFORM = Platform.current();

  public static CallLegs callLegs() {
    return new CallLegs(
        new LegOwners(PLATFORM.systemDatabase()),
        PLATFORM.database(),
        PLATFORM.outbox(),
        PLATFORM.clock());
  }

  public static InstantSource clock() {
    return PLATFORM.clock();
  }

  private TelephonyWiring() {}
}
