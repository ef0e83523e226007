package com.hekax.phone.audit.api;

import com.hekax.phone.audit.AuditLog;
import com.hekax.phone.audit.AuditWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Lists what was changed in the organization, newest first. */
@Route(value = "GET /api/audit-log", needs = Permission.AUDIT_READ)
public final class ListAuditEntriesHandler extends ApiHandler {
  private final AuditLog log;

  public ListAuditEntriesHandler() {
    this(AuditWiring.auditLog());
  }

  ListAuditEntriesHandler(AuditLog log) {
    this.log = log;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page = log.page(request.organization(), AuditQuery.of(request), request.page());
    return ApiResponse.ok(page.map(AuditEntryBody::of));
  }
}
