package com.hekax.phone.sandbox.console;

import com.hekax.phone.sandbox.SandboxJson;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Makes stand-ins fail: {@code PUT /faults/webhook-receiver} with {@code {"status": 503, "seconds":
 * 60}}, and optionally {@code delayMillis} and {@code retryAfter}; {@code DELETE} ends it.
 */
public final class FaultRoutes implements HttpService {
  private final Faults faults;

  public FaultRoutes(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", (_, response) -> SandboxJson.send(response, 200, faults.all()))
        .put("/{target}", this::plan)
        .delete("/{target}", this::clear);
  }

  private void plan(ServerRequest request, ServerResponse response) {
    var body = SandboxJson.read(request);
    int status = body.path("status").asInt(0);
    long delay = body.path("delayMillis").asLong(0);
    if (!body.isObject() || (status == 0 && delay == 0)) {
      SandboxJson.send(
          response,
          400,
          Map.of("message", "Send {\"status\": 503, \"seconds\": 60} or a delayMillis."));
      return;
    }
    var retryAfter =
        body.has("retryAfter")
            ? Optional.of(body.path("retryAfter").asInt())
            : Optional.<Integer>empty();
    faults.plan(
        FaultFilter.path(request, "target"),
        new Faults.Fault(status, Duration.ofMillis(delay), retryAfter),
        Duration.ofSeconds(body.path("seconds").asLong(60)));
    SandboxJson.send(response, 200, faults.all());
  }

  private void clear(ServerRequest request, ServerResponse response) {
    faults.clear(FaultFilter.path(request, "target"));
    SandboxJson.send(response, 200, faults.all());
  }
}
