package com.hekax.phone.sandbox.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A stand-in's route that fails when it was told to. */
public final class FaultFilter {

  /** The route, failing as planned for {@code target}. */
  public static Handler of(Faults faults, String target, Handler route) {
    return (request, response) -> {
      if (!failed(faults, target, response)) {
        route.handle(request, response);
      }
    };
  }

  /** Fails as planned for {@code target}, if at all; whether that was the answer. */
  public static boolean failed(Faults faults, String target, ServerResponse response)
      throws InterruptedException {
    var fault = faults.now(target);
    if (fault.isPresent()) {
      Thread.sleep(fault.get().delay());
    }
    if (fault.isEmpty() || fault.get().status() == 0) {
      return false;
    }
    fail(response, fault.get());
    return true;
  }

  private static void fail(ServerResponse response, Faults.Fault fault) {
    fault
        .retryAfter()
        .ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, seconds.toString()));
    response.status(Status.create(fault.status())).send("This stand-in was told to fail.");
  }

  /** The text of a path parameter. */
  public static String path(ServerRequest request, String name) {
    return request.path().pathParameters().get(name);
  }

  private FaultFilter() {}
}
