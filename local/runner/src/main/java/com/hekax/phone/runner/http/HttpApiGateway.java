package com.hekax.phone.runner.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.HttpApi;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/** One HTTP API of API Gateway: routes, asks the authorizer, calls the function, answers. */
final class HttpApiGateway {
  private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

  private final RouteTable routes;
  private final GatewayEvents events;
  private final Authorizers authorizers;
  private final LambdaService lambda;
  private final Duration integrationLimit;

  /**
   * @param integrationLimit the gateway's own limit, 30 s on AWS
   */
  HttpApiGateway(HttpApi api, LambdaService lambda, Duration integrationLimit) {
    this.routes = new RouteTable(api.routes());
    this.events = new GatewayEvents(api.id());
    this.authorizers = new Authorizers(lambda, events);
    this.lambda = lambda;
    this.integrationLimit = integrationLimit;
  }

  GatewayResponse answer(GatewayRequest request) {
    var requestId = GatewayEvents.requestId();
    var response =
        routes
            .find(request.method(), request.path())
            .map(match -> authorize(request, match, requestId))
            .orElseGet(GatewayResponse::notFound);
    var headers = new LinkedHashMap<>(response.headers());
    headers.put("apigw-requestid", requestId);
    return new GatewayResponse(response.status(), headers, response.cookies(), response.body());
  }

  private GatewayResponse authorize(
      GatewayRequest request, RouteTable.Match match, String requestId) {
    var authorizer = match.route().authorizer();
    if (authorizer.isEmpty()) {
      return call(request, match, requestId, Optional.empty());
    }
    return switch (authorizers.ask(authorizer.get(), request, match, requestId)) {
      case Authorizers.Answer.Allowed(var context) ->
          call(request, match, requestId, Optional.of(context));
      case Authorizers.Answer.Refused(var response) -> response;
    };
  }

  private GatewayResponse call(
      GatewayRequest request,
      RouteTable.Match match,
      String requestId,
      Optional<JsonNode> authorizerContext) {
    var event = events.integration(request, match, requestId, authorizerContext);
    if (event.length > LARGEST_PAYLOAD) {
      return GatewayResponse.tooLarge();
    }
    var route = match.route();
    var limit =
        route.timeout().compareTo(integrationLimit) < 0 ? route.timeout() : integrationLimit;
    return lambda
        .invoke(route.function(), event, limit)
        .map(HttpApiGateway::response)
        .orElseGet(GatewayResponse::unavailable);
  }

  private static GatewayResponse response(InvocationResult result) {
    return switch (result) {
      case Success(var payload) -> FunctionAnswer.response(payload);
      case Failure _ -> GatewayResponse.internalError();
      case Throttled _ -> GatewayResponse.unavailable();
    };
  }
}
