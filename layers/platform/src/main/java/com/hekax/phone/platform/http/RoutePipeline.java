package com.hekax.phone.platform.http;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.Ping;
import com.hekax.phone.platform.Platform;
import com.hekax.phone.platform.audit.Acting;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.limits.RateClass;
import com.hekax.phone.platform.limits.RateLimiter;
import com.hekax.phone.platform.priming.Priming;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.telemetry.Metrics;
import com.hekax.phone.platform.tenancy.ApiKeyHolder;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.OngoingCall;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.platform.tenancy.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happens around every handler: did the request come through our own edge, who is asking, do
 * they ask too often, may they, does it match the API document, was it asked before. Then the
 * handler, and the answer or the problem as the gateway wants it.
 */
final class RoutePipeline {
  private static final byte[] PONG = "{\"pong\":true}".getBytes(StandardCharsets.UTF_8);

  private final Route route;
  private final Operation operation;
  private final OriginCheck origin;
  private final RequestLimits limits;
  private final Idempotency idempotency;
  private final String service;

  private RoutePipeline(Route route, Operation operation, Platform platform) {
    this.route = route;
    this.operation = operation;
    this.origin = new OriginCheck(platform.secrets());
    this.limits =
        new RequestLimits(
            RateClass.of(route.value(), route.needs()),
            new RateLimiter(platform.database()),
            origin);
    this.idempotency = new Idempotency(platform.database(), platform.clock());
    this.service = platform.service();
  }

  static RoutePipeline of(Class<? extends ApiHandler> handler, Platform platform) {
    var route = handler.getAnnotation(Route.class);
    if (route == null) {
      throw new IllegalStateException(handler.getName() + " has no @Route");
    }
    var pipeline =
        new RoutePipeline(route, ApiDocument.of(handler).operation(route.value()), platform);
    Priming.of(platform.env()).prime("a request", pipeline::prime);
    return pipeline;
  }

  byte[] answer(byte[] input, Context context, ApiHandler handler) throws IOException {
    var tree = Json.MAPPER.readTree(input);
    if (Ping.is(tree)) {
      return PONG;
    }
    return Json.MAPPER.writeValueAsBytes(GatewayAnswer.of(answer(tree, context, handler)));
  }

  private ApiResponse answer(JsonNode tree, Context context, ApiHandler handler)
      throws IOException {
    var event = Json.MAPPER.treeToValue(tree, GatewayEvent.class);
    var request = new ApiRequest(event, principalOf(event));
    var log = LogContext.of(service, context.getFunctionName(), request.requestId());
    return request
        .principalIfAny()
        .map(principal -> of(principal, log))
        .orElse(log)
        .call(
            () ->
                Acting.of(request.principalIfAny(), request.address())
                    .call(() -> measured(request, handler)));
  }

  private static LogContext of(Principal principal, LogContext log) {
    return switch (principal) {
      case Member _, ApiKeyHolder _ -> log.on(principal.organization());
      // Everything that a call sets off is found by the call's id.
      case OngoingCall in -> log.on(in.organization()).correlatedBy(in.call().toString());
    };
  }

  /** The way of a request up to its handler, for one that went round the edge. */
  private void prime() throws IOException {
    var method = route.value().substring(0, route.value().indexOf(' '));
    var event =
        """
        {"rawPath": "/", "headers": {}, "body": "{}", "isBase64Encoded": false,
         "requestContext": {"requestId": "priming", "http": {"method": "%s", "sourceIp": "127.0.0.1"}}}
        """
            .formatted(method);
    var request =
        new ApiRequest(Json.MAPPER.readValue(event, GatewayEvent.class), Optional.empty());
    try {
      origin.check(request);
    } catch (Problem refused) {
      var answer = ProblemBody.answer(refused, request.requestId());
      Json.MAPPER.writeValueAsBytes(GatewayAnswer.of(answer));
    }
  }

  private ApiResponse measured(ApiRequest request, ApiHandler handler) {
    long start = System.nanoTime();
    var response = guarded(request, handler);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Log.info(
        "A request was answered",
        field("route", route.value()),
        field("status", response.status()),
        field("millis", millis));
    Metrics.ofRoute(route.value())
        .count("Requests", 1)
        .count("Faults", response.status() >= 500 ? 1 : 0)
        .milliseconds("Latency", millis)
        .write();
    return response;
  }

  private ApiResponse guarded(ApiRequest request, ApiHandler handler) {
    return answered(
        request,
        () -> {
          origin.check(request);
          return handler.isGenuine(request)
              // A problem too tells how often one may ask.
              ? limits.answer(request, () -> answered(request, () -> checked(request, handler)))
              : ApiResponse.refused();
        });
  }

  private ApiResponse checked(ApiRequest request, ApiHandler handler) {
    admit(request);
    operation.check(request);
    return idempotency.answer(route.value(), request, () -> handler.handle(request));
  }

  /** What the work answers, or the problem that it throws. */
  private ApiResponse answered(ApiRequest request, Supplier<ApiResponse> work) {
    try {
      return work.get();
    } catch (Problem problem) {
      return ProblemBody.answer(problem, request.requestId());
    } catch (RuntimeException | Error bug) {
      Log.error("A request failed on our side", bug, field("route", route.value()));
      return ProblemBody.answer(
          ProblemType.INTERNAL.because(
              "We have noted it. Try again; if it stays, name the request id."),
          request.requestId());
    }
  }

  private void admit(ApiRequest request) {
    if (route.needs() == Permission.PUBLIC) {
      return;
    }
    if (!request.may(route.needs())) {
      throw switch (request.principal()) {
        case Member member when member.restricted() ->
            ProblemType.FORBIDDEN.because(
                "Your organization asks for two-step sign-in. Set it up first.");
        case Member member ->
            ProblemType.FORBIDDEN.because(
                "Your role is %s. Ask an owner or admin of the organization.", member.role());
        case ApiKeyHolder _ ->
            ProblemType.FORBIDDEN.because("The key does not have the scope %s.", route.needs());
        case OngoingCall _ ->
            ProblemType.FORBIDDEN.because("The credential of a call is not for this route.");
      };
    }
  }

  private static Optional<Principal> principalOf(GatewayEvent event) {
    var authorizer = event.requestContext().authorizer();
    var claims = authorizer == null ? null : authorizer.lambda();
    return claims == null ? Optional.empty() : Optional.of(PrincipalClaims.read(claims));
  }
}
