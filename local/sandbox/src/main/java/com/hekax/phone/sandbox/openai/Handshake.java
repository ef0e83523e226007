package com.hekax.phone.sandbox.openai;

import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.openai.Handshake.Answer.Admitted;
import com.hekax.phone.sandbox.openai.Handshake.Answer.Outdated;
import com.hekax.phone.sandbox.openai.Handshake.Answer.Turned;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.faults.FaultPlan;
import com.hekax.phone.sandbox.openai.session.Model;
import com.hekax.phone.sandbox.openai.wire.Json;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Who is let in: with a key, for one model that is still served, and with no sign of the beta. */
final class Handshake {
  private static final HeaderName BETA = HeaderNames.create("openai-beta");

  private final Faults faults;
  private final FaultPlan plan;
  private final InstantSource clock;

  Handshake(Faults faults, FaultPlan plan, InstantSource clock) {
    this.faults = faults;
    this.plan = plan;
    this.clock = clock;
  }

  /** What is answered to who asks for a session. */
  sealed interface Answer {

    record Admitted(Model model) implements Answer {}

    /** Let in to be told that the beta is over. */
    record Outdated() implements Answer {}

    /** An HTTP error. */
    record Turned(int status, String type, String code, String message) implements Answer {

      /** As it goes over the line. */
      String response() {
        var body = Json.object();
        body.putObject("error")
            .put("message", message)
            .put("type", type)
            .put("code", code)
            .putNull("param");
        var json = Json.write(body);
        return """
            HTTP/1.1 %s\r
            Content-Type: application/json\r
            Content-Length: %d\r
            Connection: close\r
            \r
            %s"""
            .formatted(Status.create(status), json.getBytes(StandardCharsets.UTF_8).length, json);
      }
    }
  }

  Answer answer(UriQuery query, Headers headers) {
    plan.take(Fault.Kind.SLOW_CONNECT).ifPresent(fault -> pause(fault.after()));
    var failing = faults.now("openai");
    failing.ifPresent(fault -> pause(fault.delay()));
    int status =
        plan.take(Fault.Kind.HANDSHAKE)
            .map(Fault::status)
            .or(() -> failing.map(Faults.Fault::status))
            .orElse(0);
    return status == 0 ? judge(query, headers) : told(status);
  }

  private Answer judge(UriQuery query, Headers headers) {
    var authorization = headers.first(HeaderNames.AUTHORIZATION).orElse("");
    if (!authorization.startsWith("Bearer ") || authorization.substring(7).isBlank()) {
      return invalid(401, "invalid_api_key", "Missing bearer authentication in header");
    }
    if (headers.contains(BETA)) {
      return new Outdated();
    }
    var name = query.first("model").orElse("");
    if (name.isEmpty()) {
      return invalid(400, "missing_model", "You must provide a model parameter.");
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Model.find(name, today)
        .<Answer>map(Admitted::new)
        .orElseGet(
            () ->
                invalid(
                    404,
                    "model_not_found",
                    "The model `%s` does not exist or you do not have access to it."
                        .formatted(name)));
  }

  private static Turned invalid(int status, String code, String message) {
    return new Turned(status, "invalid_request_error", code, message);
  }

  private static Turned told(int status) {
    return switch (status) {
      case 401 -> invalid(status, "invalid_api_key", "Incorrect API key provided.");
      case 429 ->
          new Turned(status, "requests", "rate_limit_exceeded", "Rate limit reached for requests");
      default -> new Turned(status, "server_error", "server_error", "The server had an error.");
    };
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
