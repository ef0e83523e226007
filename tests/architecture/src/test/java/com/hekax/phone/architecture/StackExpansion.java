package com.hekax.phone.architecture;

import com.hekax.phone.architecture.StackTemplate.Resource;

/**
 * How many resources a template holds once SAM has expanded it, which is what the quota of 500
 * counts. The rules are SAM's, for as much of SAM as the templates use; anything else is refused.
 */
final class StackExpansion {

  static int resources(StackTemplate template) {
    return template.resources().mapToInt(resource -> resources(template, resource)).sum();
  }

  private static int resources(StackTemplate template, Resource resource) {
    return switch (resource.type()) {
      case "AWS::Serverless::Function" -> function(template, resource);
      // The API, its stage, and for each authorizer the permission to ask it.
      case "AWS::Serverless::HttpApi" ->
          2 + resource.property("Auth", "Authorizers").fields().size();
      // The API, its stage, and for each route the route, its integration and its permission.
      case "AWS::Serverless::WebSocketApi" -> 2 + 3 * resource.property("Routes").fields().size();
      case "AWS::Serverless::LayerVersion", "AWS::Serverless::Application" -> 1;
      case String type when type.startsWith("AWS::Serverless::") ->
          throw new IllegalStateException("No rule for " + type);
      default -> 1;
    };
  }

  private static int function(StackTemplate template, Resource function) {
    var events =
        function.property("Events").fields().stream()
            .mapToInt(event -> event(function, event.getValue()))
            .sum();
    var versionAndAlias = template.setting(function, "AutoPublishAlias").isPresent() ? 2 : 0;
    var role = function.property("Role").isPresent() ? 0 : 1;
    var invokeConfig = function.property("EventInvokeConfig").isPresent() ? 1 : 0;
    return 1 + versionAndAlias + role + invokeConfig + events;
  }

  private static int event(Resource function, StackNode event) {
    return switch (event.at("Type").text()) {
      case "HttpApi" -> 1; // the permission
      case "SQS" -> 1; // the mapping
      case "ScheduleV2" -> event.at("Properties", "RoleArn").isPresent() ? 1 : 2; // and a role
      case String type ->
          throw new IllegalStateException("No rule for " + type + " of " + function);
    };
  }

  private StackExpansion() {}
}
