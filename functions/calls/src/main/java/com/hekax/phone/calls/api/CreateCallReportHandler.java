package com.hekax.phone.calls.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.calls.CallReport;
import com.hekax.phone.calls.CallsWiring;
import com.hekax.phone.calls.ReportReason;
import com.hekax.phone.calls.Reports;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Takes what the receptionist's part in the call that is asking came to. */
@Route(value = "POST /api/calls/{callId}/report", needs = Permission.CALL)
public final class CreateCallReportHandler extends ApiHandler {
  private final Reports reports;

  public CreateCallReportHandler() {
    this(CallsWiring.reports());
  }

  CreateCallReportHandler(Reports reports) {
    this.reports = reports;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var by = AskingCall.ofPath(request);
    var stream = request.header("idempotency-key").orElseThrow();
    reports.save(by, request.body(Report.class).of(stream));
    return ApiResponse.noContent();
  }

  record Report(
      ReportReason reason,
      Instant startedAt,
      Instant endedAt,
      String model,
      JsonNode usage,
      Optional<Integer> firstAudioMillis) {

    CallReport of(String stream) {
      return new CallReport(
          stream, reason, model, startedAt, endedAt, usage.toString(), firstAudioMillis);
    }
  }
}
