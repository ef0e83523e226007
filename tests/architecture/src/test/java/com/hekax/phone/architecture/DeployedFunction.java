package com.hekax.phone.architecture;

import com.hekax.phone.architecture.StackTemplate.Resource;
import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A function of a template, and the class that it runs. */
record DeployedFunction(StackTemplate stack, Resource resource) {

  /**
   * One route of an HTTP API, as the template says it.
   *
   * @param authorizer that the event names; empty for the API's default
   */
  record HttpRoute(String value, String authorizer) {}

  static List<DeployedFunction> all() {
    return StackTemplate.domains()
        .flatMap(stack -> stack.functions().map(function -> new DeployedFunction(stack, function)))
        .toList();
  }

  String className() {
    return resource.property("Handler").text();
  }

  /** The word between the domain's package and the class: {@code api}, {@code worker} and so on. */
  String kind() {
    return className().split("\\.", -1)[4];
  }

  Class<?> handler() {
    try {
      return Class.forName(className(), false, DeployedFunction.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(resource + " names a class that does not exist: " + className(), e);
    }
  }

  /** The handler as Lambda makes it, under the settings of its template. */
  Object construct() {
    try {
      return Env.bind(Env.of(settings()), () -> handler().getDeclaredConstructor().newInstance());
    } catch (InvocationTargetException e) {
      throw new AssertionError(resource + " cannot be made", e.getCause());
    } catch (Exception e) {
      throw new AssertionError(resource + " cannot be made", e);
    }
  }

  Optional<HttpRoute> httpRoute() {
    return StackTemplate.events(resource, "HttpApi")
        .map(
            event ->
                new HttpRoute(
                    event.at("Method").text() + " " + event.at("Path").text(),
                    event.at("Auth", "Authorizer").text()))
        .findFirst();
  }

  /** What the class says of its route. */
  Optional<Route> annotation() {
    return Optional.ofNullable(handler().getAnnotation(Route.class));
  }

  /** The detail-types that the rule puts on the function's queue; empty without a queue. */
  List<String> detailTypes() {
    return StackTemplate.events(resource, "SQS")
        .map(event -> event.at("Queue").attribute().replaceFirst("Queue\\.Arn$", "Rule"))
        .flatMap(
            rule -> stack.resource(rule).property("EventPattern", "detail-type").texts().stream())
        .toList();
  }

  Optional<String> schedule() {
    return StackTemplate.events(resource, "ScheduleV2")
        .map(event -> event.at("ScheduleExpression").text())
        .findFirst();
  }

  /** The routes of the WebSocket API that lead here. */
  List<String> socketRoutes() {
    return stack
        .resources("AWS::Serverless::WebSocketApi")
        .flatMap(api -> api.property("Routes").fields().stream())
        .filter(route -> route.getValue().at("FunctionArn").ref().equals(resource.id() + ".Alias"))
        .map(Map.Entry::getKey)
        .toList();
  }

  Optional<Permission> permission() {
    return annotation().map(Route::needs);
  }

  @Override
  public String toString() {
    return resource.id();
  }

  /**
   * Values that look right and lead nowhere; a constructor connects to nothing. One map a domain,
   * because here all its functions are made in one environment.
   */
  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    Stream.concat(
            Stream.of(stack.body().at("Globals", "Function")),
            stack.functions().map(function -> function.body().at("Properties")))
        .flatMap(place -> place.at("Environment", "Variables").fields().stream())
        .forEach(variable -> settings.put(variable.getKey(), value(variable.getValue())));
    settings.replace("DB_URL", "jdbc:postgresql://localhost:1/none");
    settings.replace("PUBLIC_URL", "https://phone.example.com");
    settings.replace("LIVE_API_ENDPOINT", "https://live.example.com/live");
    settings.put("AWS_REGION", "us-east-1");
    return settings;
  }

  private static String value(StackNode setting) {
    return setting.value().filter(String.class::isInstance).isPresent() ? setting.text() : "unset";
  }
}
