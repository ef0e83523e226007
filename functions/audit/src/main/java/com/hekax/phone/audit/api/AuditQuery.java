package com.hekax.phone.audit.api;

import com.hekax.phone.audit.AuditFilter;
import com.hekax.phone.platform.http.ApiRequest;
import java.time.Instant;
import java.util.UUID;

/** The filters that both routes take. */
final class AuditQuery {

  static AuditFilter of(ApiRequest request) {
    return new AuditFilter(
        request.query("actor", UUID::fromString),
        request.query("action"),
        request.query("target"),
        request.query("from", Instant::parse),
        request.query("to", Instant::parse));
  }

  private AuditQuery() {}
}
