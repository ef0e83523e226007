package com.hekax.phone.leads;

import com.hekax.phone.platform.Platform;

/** The objects of this domain, made when a handler first asks. */
public final class LeadsWiring {
  private static final Platform PLATFORM = Platform.current();

  public static Leads leads() {
    return new Leads(PLATFORM.database(), PLATFORM.outbox(), PLATFORM.clock());
  }

  private LeadsWiring() {}
}
