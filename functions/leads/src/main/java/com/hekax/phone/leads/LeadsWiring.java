package com.hekax.phone.leads;

import com.hekax.phone.platform.Platform;

/** The objects of this domain, made when a handler first asks. */
public final class LeadsWiring {
  public static Leads leads() {
    var platform = Platform.current();
    return new Leads(platform.database(), platform.outbox(), platform.clock());
  }

  public static CallLeads callLeads() {
    var platform = Platform.current();
    return new CallLeads(platform.database(), platform.outbox(), platform.clock());
  }

  private LeadsWiring() {}
}
