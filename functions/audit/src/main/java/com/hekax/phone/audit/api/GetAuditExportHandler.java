package com.hekax.phone.audit.api;

import com.hekax.phone.audit.AuditLog;
import com.hekax.phone.audit.AuditWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log as a table for a spreadsheet, in parts of up to 10,000 entries. */
@Route(value = "GET /api/audit-log/export", needs = Permission.AUDIT_READ)
public final class GetAuditExportHandler extends ApiHandler {
  private final AuditLog log;

  public GetAuditExportHandler() {
    this(AuditWiring.auditLog());
  }

  GetAuditExportHandler(AuditLog log) {
    this.log = log;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var table =
        log.export(request.organization(), AuditQuery.of(request), request.page().position());
    var answer =
        ApiResponse.text(200, "text/csv; charset=utf-8", table.text())
            .header("content-disposition", "attachment; filename=\"audit-log.csv\"");
    return table
        .next()
        .map(
            next ->
                answer.header("link", "<" + address(request, next.encode()) + ">; rel=\"next\""))
        .orElse(answer);
  }

  private static String address(ApiRequest request, String cursor) {
    var filters =
        Stream.of("actor", "action", "target", "from", "to")
            .flatMap(name -> request.query(name).map(value -> parameter(name, value)).stream());
    return Stream.concat(filters, Stream.of(parameter("cursor", cursor)))
        .collect(Collectors.joining("&", "/api/audit-log/export?", ""));
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
