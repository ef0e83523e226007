package com.hekax.phone.runner.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the templates describe, as far as this machine plays it. All names are physical names. */
public record Application(
    List<LambdaFunction> functions,
    List<HttpApi> httpApis,
    List<WebSocketApi> webSocketApis,
    List<Queue> queues,
    List<QueueTrigger> queueTriggers,
    List<String> eventBuses,
    List<Rule> rules,
    List<Schedule> schedules,
    List<String> buckets,
    List<Secret> secrets,
    List<String> keys,
    Map<String, String> keyAliases,
    List<Behaviour> behaviours,
    List<CustomResource> customResources) {

  /**
   * Reads the root template and all that it nests.
   *
   * @throws TemplateException for anything that the runner does not know, naming file, line and id
   */
  public static Application read(Path rootTemplate, Map<String, String> parameters) {
    return new ApplicationReader(Stack.root(rootTemplate, parameters)).read();
  }

  /**
   * One function with all that its template and globals say.
   *
   * @param code the jar or classes folder
   * @param layers the folder of each layer, holding java/lib/*.jar
   * @param reservedConcurrency how many environments at most; more callers are throttled
   * @param retries how often an event that failed is tried again
   * @param deadLetterQueue ARN of the queue for events that no retry saved, sent as they were
   * @param failureDestination ARN of the queue for records about such events
   */
  public record LambdaFunction(
      String name,
      String logicalId,
      Place place,
      Path code,
      String handler,
      Duration timeout,
      int memoryMegabytes,
      String alias,
      Map<String, String> environment,
      List<Path> layers,
      OptionalInt reservedConcurrency,
      int retries,
      Optional<String> deadLetterQueue,
      Optional<String> failureDestination) {

    /** The same function with other environment variables. */
    public LambdaFunction withEnvironment(Map<String, String> variables) {
      return new LambdaFunction(
          name,
          logicalId,
          place,
          code,
          handler,
          timeout,
          memoryMegabytes,
          alias,
          Map.copyOf(variables),
          layers,
          reservedConcurrency,
          retries,
          deadLetterQueue,
          failureDestination);
    }
  }

  public record HttpApi(String id, List<HttpRoute> routes) {}

  /**
   * One route of an HTTP API.
   *
   * @param method an HTTP method or ANY
   * @param path a path with {name} and {name+} parts, or $default
   */
  public record HttpRoute(
      Place place,
      String method,
      String path,
      String function,
      Optional<Authorizer> authorizer,
      Duration timeout) {
    public String key() {
      return path.equals("$default") ? path : method + " " + path;
    }
  }

  /** A Lambda authorizer of the REQUEST type with simple responses. */
  public record Authorizer(
      String name, String function, List<String> identityHeaders, Duration cacheTime) {}

  /**
   * A WebSocket API.
   *
   * @param routes function by route key
   */
  public record WebSocketApi(
      String id, String stage, String selectionExpression, Map<String, String> routes) {}

  public record Queue(
      String name,
      boolean fifo,
      Duration visibilityTimeout,
      Duration delay,
      Duration retention,
      Optional<Redrive> redrive) {}

  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}

  public record QueueTrigger(
      String function,
      String queue,
      int batchSize,
      Duration window,
      boolean reportsFailures,
      int maximumConcurrency) {}

  public record Rule(String name, Place place, String bus, String pattern, List<Target> targets) {}

  /**
   * Where a rule or schedule delivers.
   *
   * @param arn of a queue or a function
   * @param deadLetterQueue ARN of the queue for events that could not be delivered
   */
  public record Target(String arn, Optional<String> input, Optional<String> deadLetterQueue) {}

  public record Schedule(
      String name,
      Place place,
      String expression,
      String timezone,
      boolean enabled,
      Target target,
      int retries) {}

  /** A secret of the template; a generated one has a shape to fill. */
  public record Secret(String name, Optional<String> value, Optional<GeneratedSecret> generated) {}

  public record GeneratedSecret(
      Optional<String> template, Optional<String> key, int length, String excluded) {}

  /**
   * One way through CloudFront.
   *
   * @param pathPattern with * and ?, or * alone for the default behaviour
   * @param host the origin: an API's host name or a bucket's
   */
  public record Behaviour(
      String pathPattern,
      String host,
      String originPath,
      Map<String, String> originHeaders,
      List<ResponseHeader> responseHeaders) {}

  /**
   * A header that CloudFront puts on answers.
   *
   * @param override whether it replaces the origin's own
   */
  public record ResponseHeader(String name, String value, boolean override) {}

  public record CustomResource(
      String id, String stack, String type, String function, Map<String, Object> properties) {}
}
