package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.Application.CustomResource;
import com.hekax.phone.runner.template.Application.GeneratedSecret;
import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.runner.template.Application.Redrive;
import com.hekax.phone.runner.template.Application.Secret;
import com.hekax.phone.runner.template.Application.WebSocketApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the resources of all stacks into the {@link Application}. */
final class ApplicationReader {
  private static final Set<String> QUEUE_IGNORED =
      Set.of(
          "Tags",
          "SqsManagedSseEnabled",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "RedriveAllowPolicy",
          "MaximumMessageSize",
          "ReceiveMessageWaitTimeSeconds",
          "ContentBasedDeduplication");
  private static final Set<String> WEB_SOCKET_IGNORED =
      Set.of(
          "AccessLogSettings",
          "DefaultRouteSettings",
          "RouteSettings",
          "Description",
          "Name",
          "DisableExecuteApiEndpoint",
          "PropagateTags",
          "Tags",
          "DisableSchemaValidation");
  private static final Set<String> WEB_SOCKET_ROUTE_IGNORED =
      Set.of("OperationName", "IntegrationTimeout");

  private final Stack root;
  private final FunctionReader functions = new FunctionReader();
  private final EventReader events = new EventReader();
  private final EdgeReader edge = new EdgeReader();
  private final List<WebSocketApi> webSocketApis = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<String> buckets = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final Map<String, String> keyAliases = new HashMap<>();
  private final List<CustomResource> customResources = new ArrayList<>();

  ApplicationReader(Stack root) {
    this.root = root;
  }

  Application read() {
    var stacks = root.all();
    // Layers first: functions of any stack name them by ARN.
    for (var stack : stacks) {
      stack.resources().stream()
          .filter(resource -> resource.type().equals("AWS::Serverless::LayerVersion"))
          .forEach(layer -> functions.readLayer(stack, layer));
    }
    for (var stack : stacks) {
      stack.resources().forEach(resource -> read(stack, resource));
    }
    return new Application(
        functions.functions(),
        functions.httpApis(),
        List.copyOf(webSocketApis),
        List.copyOf(queues),
        functions.queueTriggers(),
        events.buses(),
        events.rules(),
        events.schedules(),
        List.copyOf(buckets),
        List.copyOf(secrets),
        List.copyOf(keys),
        Map.copyOf(keyAliases),
        edge.behaviours(),
        List.copyOf(customResources));
  }

  private void read(Stack stack, Resource resource) {
    if (resource.isCustom()) {
      readCustomResource(stack, resource);
      return;
    }
    switch (resource.type()) {
      case "AWS::Serverless::Function" -> functions.readFunction(stack, resource, events);
      case "AWS::Serverless::HttpApi" -> functions.readHttpApi(stack, resource);
      case "AWS::Serverless::WebSocketApi" -> readWebSocketApi(stack, resource);
      case "AWS::SQS::Queue" -> readQueue(stack, resource);
      case "AWS::Events::EventBus" -> events.readBus(stack, resource);
      case "AWS::Events::Rule" -> events.readRule(stack, resource);
      case "AWS::Scheduler::Schedule" -> events.readSchedule(stack, resource);
      case "AWS::S3::Bucket" -> buckets.add(ResourceTypes.physicalName(stack, resource));
      case "AWS::SecretsManager::Secret" -> readSecret(stack, resource);
      case "AWS::KMS::Key" -> keys.add(stack.name() + "-" + resource.id());
      case "AWS::KMS::Alias" -> readKeyAlias(stack, resource);
      case "AWS::CloudFront::Distribution" -> edge.readDistribution(stack, resource);
      case "AWS::CloudFront::ResponseHeadersPolicy" -> edge.readHeadersPolicy(stack, resource);
      // Infrastructure still has its intrinsics worked out, so that a broken reference shows here.
      default -> {
        if (!resource.isNestedStack()) {
          stack.properties(resource);
        }
      }
    }
  }

  static PropertyReader reader(Stack stack, Resource resource) {
    return new PropertyReader(stack.properties(resource), resource.type());
  }

  private void readWebSocketApi(Stack stack, Resource resource) {
    var reader = reader(stack, resource).ignore(WEB_SOCKET_IGNORED);
    var routes = new LinkedHashMap<String, String>();
    reader
        .entries("Routes")
        .forEach(
            (key, value) -> {
              var route = new PropertyReader(value.asFields("A route"), "route " + key);
              route.ignore(WEB_SOCKET_ROUTE_IGNORED);
              routes.put(key, Naming.functionName(route.requiredText("FunctionArn")));
              route.finish();
            });
    webSocketApis.add(
        new WebSocketApi(
            Naming.apiId(stack.name(), resource.id()),
            reader.text("StageName").orElse("default"),
            reader.requiredText("RouteSelectionExpression"),
            routes));
    reader.finish();
  }

  private void readQueue(Stack stack, Resource resource) {
    var reader = reader(stack, resource).ignore(QUEUE_IGNORED);
    reader.text("QueueName");
    var redrive = Optional.<Redrive>empty();
    if (reader.find("RedrivePolicy").isPresent()) {
      var policy = reader.inside("RedrivePolicy");
      redrive =
          Optional.of(
              new Redrive(
                  Naming.lastPart(policy.requiredText("deadLetterTargetArn")),
                  policy.integer("maxReceiveCount", 10)));
      policy.finish();
    }
    queues.add(
        new Queue(
            ResourceTypes.physicalName(stack, resource),
            reader.flag("FifoQueue", false),
            reader.seconds("VisibilityTimeout", 30),
            reader.seconds("DelaySeconds", 0),
            reader.seconds("MessageRetentionPeriod", 345_600),
            redrive));
    reader.finish();
  }

  private void readSecret(Stack stack, Resource resource) {
    var reader = reader(stack, resource).ignore(List.of("Description", "KmsKeyId", "Tags", "Name"));
    var generated = Optional.<GeneratedSecret>empty();
    if (reader.find("GenerateSecretString").isPresent()) {
      var shape = reader.inside("GenerateSecretString");
      shape.ignore(List.of("RequireEachIncludedType", "IncludeSpace", "ExcludePunctuation"));
      generated =
          Optional.of(
              new GeneratedSecret(
                  shape.text("SecretStringTemplate"),
                  shape.text("GenerateStringKey"),
                  shape.integer("PasswordLength", 32),
                  shape.text("ExcludeCharacters").orElse("")));
      shape.finish();
    }
    var name = ResourceTypes.physicalName(stack, resource);
    secrets.add(new Secret(name, reader.text("SecretString"), generated));
    reader.finish();
  }

  private void readKeyAlias(Stack stack, Resource resource) {
    var reader = reader(stack, resource);
    keyAliases.put(
        reader.requiredText("AliasName"), Naming.lastPart(reader.requiredText("TargetKeyId")));
    reader.finish();
  }

  private void readCustomResource(Stack stack, Resource resource) {
    var properties = stack.properties(resource);
    var token = new PropertyReader(properties, resource.type()).requiredText("ServiceToken");
    customResources.add(
        new CustomResource(
            resource.id(),
            stack.name(),
            resource.type(),
            Naming.functionName(token),
            properties.plain()));
  }
}
