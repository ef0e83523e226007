package com.hekax.phone.telephony;

import com.hekax.phone.platform.Platform;
import java.time.InstantSource;

/** The objects of this domain, made when a handler first asks. */
public final class TelephonyWiring {
  public static CallLegs callLegs() {
    return new CallLegs(
        new LegOwners(platform().systemDatabase()),
        platform().database(),
        platform().outbox(),
        platform().clock());
  }

  public static InstantSource clock() {
    return platform().clock();
  }

  private static Platform platform() {
    return Platform.current();
  }

  private TelephonyWiring() {}
}
