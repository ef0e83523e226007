package com.hekax.phone.sandbox.hubspot;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.console.Faults.Fault;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * What happens around every route: failing as planned, and telling errors in HubSpot's words. A
 * fault of {@code hubspot} is of every route, one of {@code hubspot-token}, {@code
 * hubspot-contacts} or {@code hubspot-calls} of these; with {@code -late} behind its name, the work
 * is done first and only the answer is lost. A planned 429 is of the ten-second limit, one of
 * {@code hubspot-daily} of the daily one, and {@code hubspot-scopes} says that a scope is missing.
 */
final class Guard {
  private final Faults faults;

  Guard(Faults faults) {
    this.faults = faults;
  }

  /** What a route does with a request. */
  @FunctionalInterface
  interface Work {
    Result on(ServerRequest request, ServerResponse response);
  }

  /** A route of a kind. */
  Handler of(String kind, Work work) {
    return (request, response) -> {
      try {
        failAsPlanned(kind, "", response);
        var result = work.on(request, response);
        failAsPlanned(kind, "-late", response);
        send(response, result);
      } catch (HubSpotError refused) {
        refused.send(response);
      }
    };
  }

  private void failAsPlanned(String kind, String when, ServerResponse response)
      throws InterruptedException {
    var planned = faults.now("hubspot" + when).or(() -> faults.now("hubspot-" + kind + when));
    if (planned.isPresent()) {
      Thread.sleep(planned.get().delay());
    }
    if (faults.now("hubspot-daily" + when).isPresent()) {
      throw HubSpotError.busy("DAILY");
    }
    if (faults.now("hubspot-scopes" + when).isPresent()) {
      throw HubSpotError.of(403, "MISSING_SCOPES", "This app lacks a scope it needs for this.");
    }
    if (planned.isPresent()) {
      fail(planned.get(), response);
    }
  }

  private static void fail(Fault fault, ServerResponse response) {
    fault
        .retryAfter()
        .ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, seconds.toString()));
    if (fault.status() == 429) {
      throw HubSpotError.busy("TEN_SECONDLY_ROLLING");
    }
    if (fault.status() != 0) {
      throw HubSpotError.of(fault.status(), "INTERNAL_ERROR", "There was a problem.");
    }
  }

  private static void send(ServerResponse response, Result result) {
    if (result.status() == 204) {
      response.status(Status.NO_CONTENT_204).send();
    } else {
      SandboxJson.send(response, result.status(), result.body());
    }
  }
}
