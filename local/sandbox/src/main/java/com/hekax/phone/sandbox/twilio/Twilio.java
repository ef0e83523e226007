package com.hekax.phone.sandbox.twilio;

import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.twilio.CallbackPost.Posted;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places calls: {@code POST /twilio/calls} with {@code {"to": "+14155550100"}} and optionally
 *
 * <ul>
 *   <li>{@code from}, otherwise some number that no one has
 *   <li>{@code outcome}: completed, busy, no-answer, failed, canceled
 *   <li>{@code talkSeconds}, of a completed call
 *   <li>{@code order} in which its callbacks arrive: in-order, reversed, twice
 *   <li>{@code signature}: genuine, forged, missing
 * </ul>
 *
 * is answered when all callbacks of the call have been, with what was posted and what came back.
 */
public final class Twilio implements HttpService {
  private static final String STATUS_PATH = "/api/twilio/status";

  private final InstantSource clock;
  private volatile Optional<CallbackPost> product = Optional.empty();

  public Twilio(InstantSource clock) {
    this.clock = clock;
  }

  /** The answer to who placed a call. */
  private record Placed(
      String callSid,
      String from,
      String to,
      String outcome,
      long talkSeconds,
      Instant startedAt,
      Instant endedAt,
      List<Posted> callbacks) {}

  /**
   * Tells where the webhooks of an account's numbers go.
   *
   * @param publicUrl scheme and host, with no slash at the end
   */
  public void connect(TwilioAccount account, String publicUrl) {
    product = Optional.of(new CallbackPost(account, URI.create(publicUrl + STATUS_PATH)));
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/calls", this::place);
  }

  private void place(ServerRequest request, ServerResponse response) throws InterruptedException {
    if (product.isEmpty()) {
      SandboxJson.send(response, 503, Map.of("message", "The product has not started yet."));
      return;
    }
    var body = SandboxJson.read(request);
    try {
      var call = InboundCall.read(body, clock.instant());
      var order = Choice.read(body, "order", CallbackOrder.IN_ORDER);
      var signing = Choice.read(body, "signature", Signing.GENUINE);
      SandboxJson.send(response, 200, post(product.get(), call, order, signing));
    } catch (IllegalArgumentException said) {
      SandboxJson.send(response, 400, Map.of("message", String.valueOf(said.getMessage())));
    }
  }

  private static Placed post(
      CallbackPost product, InboundCall call, CallbackOrder order, Signing signing)
      throws InterruptedException {
    var posted = new ArrayList<Posted>();
    // One after the other: an order is only an order if each is answered before the next.
    for (var callback : order.of(call.callbacks())) {
      posted.add(product.send(callback, signing));
    }
    return new Placed(
        call.callSid(),
        call.from(),
        call.to(),
        Choice.word(call.outcome()),
        call.talkTime().toSeconds(),
        call.startedAt(),
        call.endedAt(),
        posted);
  }
}
