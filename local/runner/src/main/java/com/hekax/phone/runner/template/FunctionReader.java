package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.Application.Authorizer;
import com.hekax.phone.runner.template.Application.HttpApi;
import com.hekax.phone.runner.template.Application.HttpRoute;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.template.Application.QueueTrigger;
import com.hekax.phone.runner.template.TemplateValue.Fields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads functions, the layers they stand on and the HTTP APIs and queues that call them. */
final class FunctionReader {
  private static final Set<String> FUNCTION_IGNORED =
      Set.of(
          "Architectures",
          "AutoPublishAliasAllProperties",
          "AutoPublishAlias",
          "Description",
          "EphemeralStorage",
          "FunctionName",
          "KmsKeyArn",
          "LoggingConfig",
          "Policies",
          "Role",
          "RuntimeManagementConfig",
          "SnapStart",
          "Tags",
          "Tracing",
          "VersionDeletionPolicy",
          "VpcConfig",
          "PropagateTags",
          "VersionDescription");
  private static final Set<String> API_IGNORED =
      Set.of(
          "AccessLogSettings",
          "DefaultRouteSettings",
          "Description",
          "DisableExecuteApiEndpoint",
          "FailOnWarnings",
          "Name",
          "RouteSettings",
          "StageName",
          "Tags",
          "PropagateTags");
  private static final Set<String> LAYER_IGNORED =
      Set.of(
          "CompatibleArchitectures",
          "CompatibleRuntimes",
          "Description",
          "LayerName",
          "LicenseInfo",
          "RetentionPolicy",
          "PublishLambdaVersion");
  private static final int DEFAULT_QUEUE_CONCURRENCY = 5;

  private final Map<String, Path> layers = new HashMap<>();
  private final List<LambdaFunction> functions = new ArrayList<>();
  private final List<HttpApi> httpApis = new ArrayList<>();
  private final Map<String, List<HttpRoute>> routes = new HashMap<>();
  private final List<QueueTrigger> queueTriggers = new ArrayList<>();

  List<LambdaFunction> functions() {
    return List.copyOf(functions);
  }

  List<HttpApi> httpApis() {
    return httpApis.stream()
        .map(api -> new HttpApi(api.id(), List.copyOf(routes.getOrDefault(api.id(), List.of()))))
        .toList();
  }

  List<QueueTrigger> queueTriggers() {
    return List.copyOf(queueTriggers);
  }

  void readLayer(Stack stack, Resource resource) {
    var reader = ApplicationReader.reader(stack, resource).ignore(LAYER_IGNORED);
    var arn = ResourceTypes.of(resource).reference().of(stack, resource);
    layers.put(arn, stack.directory().resolve(reader.requiredText("ContentUri")).normalize());
    reader.finish();
  }

  void readHttpApi(Stack stack, Resource resource) {
    var reader = ApplicationReader.reader(stack, resource).ignore(API_IGNORED);
    var auth = reader.inside("Auth");
    auth.text("DefaultAuthorizer");
    auth.entries("Authorizers").forEach(FunctionReader::authorizer);
    auth.finish();
    reader.finish();
    httpApis.add(new HttpApi(Naming.apiId(stack.name(), resource.id()), List.of()));
  }

  void readFunction(Stack stack, Resource resource, EventReader events) {
    var reader = ApplicationReader.reader(stack, resource).ignore(FUNCTION_IGNORED);
    reader.expect("Runtime", "java25");
    reader.expect("PackageType", "Zip");
    var name = ResourceTypes.physicalName(stack, resource);
    var async = reader.inside("EventInvokeConfig").ignore(List.of("MaximumEventAgeInSeconds"));
    functions.add(
        new LambdaFunction(
            name,
            resource.id(),
            resource.place(),
            stack.directory().resolve(reader.requiredText("CodeUri")).normalize(),
            reader.requiredText("Handler"),
            reader.seconds("Timeout", 3),
            reader.integer("MemorySize", 128),
            reader.text("AutoPublishAlias").orElse("$LATEST"),
            environment(reader),
            layers(reader),
            reader.integer("ReservedConcurrentExecutions"),
            async.integer("MaximumRetryAttempts", 2),
            deadLetterQueue(reader),
            failureDestination(async)));
    async.finish();
    for (var event : reader.entries("Events").entrySet()) {
      readEvent(stack, resource, name, event.getKey(), event.getValue().asFields("Event"), events);
    }
    reader.finish();
  }

  private static Map<String, String> environment(PropertyReader function) {
    var environment = function.inside("Environment");
    var variables = environment.textEntries("Variables");
    environment.finish();
    return Map.copyOf(variables);
  }

  private List<Path> layers(PropertyReader function) {
    return function.list("Layers").stream()
        .map(
            value -> {
              var layer = layers.get(value.asText("A layer"));
              if (layer == null) {
                throw value.place().error("no template makes the layer " + value.plain());
              }
              return layer;
            })
        .toList();
  }

  private static Optional<String> deadLetterQueue(PropertyReader function) {
    var dead = function.inside("DeadLetterQueue");
    dead.expect("Type", "SQS");
    var queue = dead.text("TargetArn");
    dead.finish();
    return queue;
  }

  private static Optional<String> failureDestination(PropertyReader async) {
    var destinations = async.inside("DestinationConfig");
    var onFailure = destinations.inside("OnFailure");
    onFailure.expect("Type", "SQS");
    var destination = onFailure.text("Destination");
    onFailure.finish();
    destinations.finish();
    return destination;
  }

  private void readEvent(
      Stack stack,
      Resource resource,
      String function,
      String id,
      Fields event,
      EventReader events) {
    var declaration = new PropertyReader(event, "event " + id);
    var type = declaration.requiredText("Type");
    var properties = declaration.inside("Properties");
    declaration.finish();
    switch (type) {
      case "HttpApi" -> readRoute(stack, resource, function, id, properties);
      case "SQS" -> readQueueTrigger(function, properties);
      case "ScheduleV2" -> events.readFunctionSchedule(stack, resource, id, properties);
      case "EventBridgeRule" -> events.readFunctionRule(stack, resource, id, properties);
      default -> throw event.place().error("the runner does not know the event type " + type);
    }
    properties.finish();
  }

  private void readRoute(
      Stack stack, Resource resource, String function, String id, PropertyReader properties) {
    var apiId = properties.requiredText("ApiId");
    var api =
        stack.resources().stream()
            .filter(candidate -> candidate.type().equals("AWS::Serverless::HttpApi"))
            .filter(candidate -> Naming.apiId(stack.name(), candidate.id()).equals(apiId))
            .findAny()
            .orElseThrow(
                () -> properties.place().error("ApiId must name an HttpApi of the same template"));
    properties.expect("PayloadFormatVersion", "2.0");
    var path = properties.text("Path").orElse("$default");
    var method = properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT);
    if (method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD")) {
      method = "ANY";
    }
    var routeAuth = properties.inside("Auth");
    var chosen = routeAuth.text("Authorizer");
    routeAuth.finish();
    var timeout = properties.integer("TimeoutInMillis", 30_000);
    var place =
        new Place(properties.place().file(), resource.id() + "." + id, properties.place().line());
    routes
        .computeIfAbsent(apiId, _ -> new ArrayList<>())
        .add(
            new HttpRoute(
                place,
                method,
                path,
                function,
                authorizer(stack, api, chosen, place),
                Duration.ofMillis(timeout)));
  }

  private static Optional<Authorizer> authorizer(
      Stack stack, Resource api, Optional<String> chosen, Place place) {
    var auth = ApplicationReader.reader(stack, api).inside("Auth");
    var name = chosen.or(() -> auth.text("DefaultAuthorizer")).orElse("NONE");
    if (name.equals("NONE")) {
      return Optional.empty();
    }
    var declared = auth.entries("Authorizers").get(name);
    if (declared == null) {
      throw place.error("the API " + api.id() + " has no authorizer " + name);
    }
    return Optional.of(authorizer(name, declared));
  }

  private static Authorizer authorizer(String name, TemplateValue value) {
    var reader =
        new PropertyReader(value.asFields("An authorizer"), "authorizer " + name)
            .ignore(List.of("EnableFunctionDefaultPermissions", "FunctionInvokeRole"));
    reader.get("AuthorizerPayloadFormatVersion");
    reader.expect("AuthorizerPayloadFormatVersion", "2.0");
    reader.get("EnableSimpleResponses");
    reader.expect("EnableSimpleResponses", "true");
    var identity = reader.inside("Identity");
    var authorizer =
        new Authorizer(
            name,
            Naming.functionName(reader.requiredText("FunctionArn")),
            identity.texts("Headers"),
            identity.seconds("ReauthorizeEvery", 300));
    identity.finish();
    reader.finish();
    return authorizer;
  }

  private void readQueueTrigger(String function, PropertyReader properties) {
    if (!properties.flag("Enabled", true)) {
      return;
    }
    var responses = properties.texts("FunctionResponseTypes");
    var scaling = properties.inside("ScalingConfig");
    queueTriggers.add(
        new QueueTrigger(
            function,
            Naming.lastPart(properties.requiredText("Queue")),
            properties.integer("BatchSize", 10),
            properties.seconds("MaximumBatchingWindowInSeconds", 0),
            responses.contains("ReportBatchItemFailures"),
            scaling.integer("MaximumConcurrency", DEFAULT_QUEUE_CONCURRENCY)));
    scaling.finish();
  }
}
