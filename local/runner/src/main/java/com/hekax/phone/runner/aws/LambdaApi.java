package com.hekax.phone.runner.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.template.Naming;
import java.util.Map;

/** Lambda's own API: list and invoke functions. */
public final class LambdaApi implements AwsApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FUNCTIONS = "/2015-03-31/functions";

  private final LambdaService lambda;

  public LambdaApi(LambdaService lambda) {
    this.lambda = lambda;
  }

  @Override
  public boolean accepts(AwsRequest request) {
    return request.path().startsWith(FUNCTIONS);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    var rest = request.path().substring(FUNCTIONS.length());
    if (request.method().equals("GET") && (rest.isEmpty() || rest.equals("/"))) {
      return list();
    }
    if (request.method().equals("POST") && rest.endsWith("/invocations")) {
      var name = rest.substring(1, rest.length() - "/invocations".length());
      return invoke(Naming.functionName(name), request);
    }
    throw new AwsException(
        501, "NotImplemented", "The local Lambda lists and invokes functions only");
  }

  private AwsResponse list() {
    var answer = JSON.createObjectNode();
    var functions = answer.putArray("Functions");
    for (var function : lambda.functions()) {
      functions
          .addObject()
          .put("FunctionName", function.name())
          .put("FunctionArn", Naming.functionArn(function.name()))
          .put("Runtime", "java25")
          .put("Handler", function.handler())
          .put("Timeout", function.timeout().toSeconds())
          .put("MemorySize", function.memoryMegabytes())
          .put("Version", "$LATEST");
    }
    try {
      return new AwsResponse(
          200, Map.of("content-type", "application/json"), JSON.writeValueAsBytes(answer));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private AwsResponse invoke(String name, AwsRequest request) {
    LambdaFunction function =
        lambda
            .find(name)
            .filter(found -> found.name().equals(name))
            .orElseThrow(
                () ->
                    new AwsException(
                        404, "ResourceNotFoundException", "Function not found: " + name));
    var payload = request.body().length == 0 ? "{}".getBytes(UTF_8) : request.body();
    return switch (request.header("x-amz-invocation-type").orElse("RequestResponse")) {
      case "DryRun" -> AwsResponse.empty(204);
      case "Event" -> {
        lambda.invokeAsync(function.name(), payload);
        yield AwsResponse.empty(202);
      }
      default -> answer(function, payload);
    };
  }

  private AwsResponse answer(LambdaFunction function, byte[] payload) {
    var version = function.alias().equals("$LATEST") ? "$LATEST" : "1";
    return switch (lambda.invoke(function.name(), payload)) {
      case Success(var answer) ->
          new AwsResponse(200, Map.of("x-amz-executed-version", version), answer);
      case Failure(var error) ->
          new AwsResponse(
              200,
              Map.of("x-amz-function-error", "Unhandled", "x-amz-executed-version", version),
              error);
      case Throttled _ -> throw new AwsException(429, "TooManyRequestsException", "Rate Exceeded.");
    };
  }
}
