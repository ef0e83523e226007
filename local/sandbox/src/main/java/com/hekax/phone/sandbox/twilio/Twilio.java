package com.hekax.phone.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.FaultFilter;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.twilio.CallbackPost.Posted;
import com.hekax.phone.sandbox.twilio.call.Delivery;
import com.hekax.phone.sandbox.twilio.call.Exchange;
import com.hekax.phone.sandbox.twilio.call.NumberSettings;
import com.hekax.phone.sandbox.twilio.caller.CallerScript;
import com.hekax.phone.sandbox.twilio.caller.CallerScripts;
import com.hekax.phone.sandbox.twilio.phone.Phones;
import com.hekax.phone.sandbox.twilio.rest.RestApi;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Places calls: {@code POST /twilio/calls} with {@code {"to": "+14155550100", "script":
 * "new-lead"}} rings a number of the product and is answered at once; {@code GET
 * /twilio/calls/{callSid}} tells what happened until now. A script is the name of one that comes
 * with the sandbox or a whole one ({@link CallerScript}). Optional are
 *
 * <ul>
 *   <li>{@code from}, otherwise some number that no one has
 *   <li>{@code order} in which status callbacks arrive: in-order, reversed, twice
 *   <li>{@code lagMillis}, how late they are
 *   <li>{@code disorder}, a seed: every webhook is repeated, at once or seconds later, and of two
 *       answers one is lost; callbacks come late and in any order
 * </ul>
 *
 * Without a script nobody talks: the call is over at once, and the answer has what was posted and
 * what came back. Optional are then {@code from}, {@code order} and
 *
 * <ul>
 *   <li>{@code outcome}: completed, busy, no-answer, failed, canceled
 *   <li>{@code talkSeconds}, of a completed call
 *   <li>{@code signature}: genuine, forged, missing
 * </ul>
 *
 * {@code PUT /twilio/phones/{number}} says what happens when the product calls somebody; {@code
 * GET} tells it. {@code PUT /faults/twilio-webhooks} makes the product's functions fail as calls
 * see it; see {@link com.hekax.phone.sandbox.twilio.webhook.WebhookClient}. {@code PUT
 * /twilio/disorder} with {@code {"seed": 7}} brings disorder to all calls that follow and {@code
 * DELETE} ends it.
 */
public final class Twilio implements HttpService {
  private static final String STATUS_PATH = "/api/twilio/status";

  private final Faults faults;
  private final InstantSource clock;
  private final Supplier<URI> ownAddress;
  private final RestApi rest;
  private final Phones phones = new Phones();
  private volatile Optional<CallbackPost> product = Optional.empty();
  private volatile Optional<Exchange> exchange = Optional.empty();

  /**
   * The stand-in.
   *
   * @param ownAddress where it is reached, asked once it is
   */
  public Twilio(Faults faults, InstantSource clock, Supplier<URI> ownAddress) {
    this.faults = faults;
    this.clock = clock;
    this.ownAddress = ownAddress;
    this.rest = new RestApi(faults);
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
    connect(account, publicUrl, NumberSettings.of(publicUrl));
  }

  /** The same with addresses of one's own for calls that somebody talks through. */
  public void connect(TwilioAccount account, String publicUrl, NumberSettings number) {
    product = Optional.of(new CallbackPost(account, URI.create(publicUrl + STATUS_PATH)));
    var connected = new Exchange(account, number, ownAddress.get(), clock, phones, faults);
    rest.connect(connected);
    exchange = Optional.of(connected);
  }

  /** Webhooks of calls that follow are in disorder, by that seed, or in order again. */
  public void disorder(Optional<Long> seed) {
    exchange.orElseThrow().disorder(seed);
  }

  /** The REST interface, for {@code /2010-04-01}. */
  public HttpService rest() {
    return rest;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/calls", this::place)
        .get("/calls", this::list)
        .get("/calls/{callSid}", this::tell)
        .get("/phones/{number}", this::tellPhone)
        .put("/phones/{number}", this::setPhone)
        .put("/disorder", this::beginDisorder)
        .delete("/disorder", this::endDisorder);
  }

  private void place(ServerRequest request, ServerResponse response) throws InterruptedException {
    if (product.isEmpty()) {
      SandboxJson.send(response, 503, Map.of("message", "The product has not started yet."));
      return;
    }
    var body = SandboxJson.read(request);
    try {
      if (body.has("script")) {
        SandboxJson.send(response, 202, Map.of("callSid", ringIn(body)));
        return;
      }
      var call = InboundCall.read(body, clock.instant());
      var order = Choice.read(body, "order", CallbackOrder.IN_ORDER);
      var signing = Choice.read(body, "signature", Signing.GENUINE);
      SandboxJson.send(response, 200, post(product.get(), call, order, signing));
    } catch (IllegalArgumentException said) {
      SandboxJson.send(response, 400, Map.of("message", String.valueOf(said.getMessage())));
    }
  }

  private String ringIn(JsonNode body) {
    var call = InboundCall.read(body, clock.instant());
    var order = Choice.read(body, "order", CallbackOrder.IN_ORDER);
    var delivery =
        new Delivery(
            order == CallbackOrder.REVERSED,
            order == CallbackOrder.TWICE ? 2 : 1,
            Duration.ofMillis(body.path("lagMillis").asLong(0)),
            seed(body, "disorder"));
    var script = body.path("script");
    return exchange
        .orElseThrow()
        .ringIn(
            call.from(),
            call.to(),
            script.isTextual()
                ? CallerScripts.named(script.asText())
                : CallerScripts.of(script.toString()),
            delivery)
        .sid();
  }

  private void list(ServerRequest request, ServerResponse response) {
    var calls =
        exchange.stream().flatMap(one -> one.calls().stream()).map(CallView.Summary::of).toList();
    SandboxJson.send(response, 200, Map.of("calls", calls.reversed()));
  }

  private void tell(ServerRequest request, ServerResponse response) {
    var call = exchange.flatMap(one -> one.find(FaultFilter.path(request, "callSid")));
    if (call.isPresent()) {
      SandboxJson.send(response, 200, CallView.of(call.get()));
    } else {
      SandboxJson.send(response, 404, Map.of("message", "There is no such call."));
    }
  }

  private void tellPhone(ServerRequest request, ServerResponse response) {
    SandboxJson.send(response, 200, phones.told(FaultFilter.path(request, "number")));
  }

  private void setPhone(ServerRequest request, ServerResponse response) {
    try {
      phones.set(FaultFilter.path(request, "number"), SandboxJson.read(request));
      response.status(Status.NO_CONTENT_204).send();
    } catch (IllegalArgumentException said) {
      SandboxJson.send(response, 400, Map.of("message", String.valueOf(said.getMessage())));
    }
  }

  private void beginDisorder(ServerRequest request, ServerResponse response) {
    var seed = seed(SandboxJson.read(request), "seed");
    if (seed.isEmpty() || exchange.isEmpty()) {
      SandboxJson.send(
          response, 400, Map.of("message", "Send {\"seed\": 7} when the product has started."));
      return;
    }
    disorder(seed);
    response.status(Status.NO_CONTENT_204).send();
  }

  private void endDisorder(ServerRequest request, ServerResponse response) {
    exchange.ifPresent(one -> one.disorder(Optional.empty()));
    response.status(Status.NO_CONTENT_204).send();
  }

  private static Optional<Long> seed(JsonNode body, String field) {
    return Optional.of(body.path(field)).filter(JsonNode::isNumber).map(JsonNode::asLong);
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
