package com.hekax.phone.audit;

import com.hekax.phone.platform.Platform;

/** The objects of this domain, made when a handler first asks. */
public final class AuditWiring {

  public static AuditLog auditLog() {
    return new AuditLog(Platform.current().database());
  }

  private AuditWiring() {}
}
