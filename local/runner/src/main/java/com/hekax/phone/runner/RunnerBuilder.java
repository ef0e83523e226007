package com.hekax.phone.runner;

import com.hekax.phone.runner.lambda.ClassTransformer;
import com.hekax.phone.runner.lambda.LambdaSettings;
import com.hekax.phone.runner.queues.Disorder;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.websocket.SocketLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a {@link Runner} needs to be told; only the template and the data folder have no default.
 */
public final class RunnerBuilder {
  Path template = Path.of("template.yaml");
  Path dataFolder = Path.of(".hekax");
  Path dashboard = Path.of("dashboard", "dist");
  int port;
  int awsPort;
  int queuePort;
  final Map<String, String> parameters = new HashMap<>();
  final Map<String, String> settings = new HashMap<>();
  final Map<String, String> secrets = new HashMap<>();
  final Map<String, Supplier<String>> firstSecrets = new HashMap<>();
  Predicate<LambdaFunction> asProcess = _ -> false;
  ClassTransformer transformer = ClassTransformer.NONE;
  InstantSource clock = InstantSource.system();
  LambdaSettings lambda = LambdaSettings.STANDARD;
  SocketLimits socketLimits = SocketLimits.STANDARD;
  Optional<Duration> visibilityTimeout = Optional.empty();
  Duration integrationLimit = Duration.ofSeconds(30);
  final Disorder disorder = new Disorder();

  RunnerBuilder() {}

  /** The root template. */
  public RunnerBuilder template(Path file) {
    template = file;
    return this;
  }

  /** Where secrets, keys and objects are kept between starts. */
  public RunnerBuilder dataFolder(Path folder) {
    dataFolder = folder;
    return this;
  }

  /** The built dashboard. */
  public RunnerBuilder dashboard(Path folder) {
    dashboard = folder;
    return this;
  }

  /** The port of the public address; 0, the default, takes any free one. */
  public RunnerBuilder port(int publicPort) {
    port = publicPort;
    return this;
  }

  /** The port of the AWS APIs; 0, the default, takes any free one. */
  public RunnerBuilder awsPort(int endpointPort) {
    awsPort = endpointPort;
    return this;
  }

  /** The port of SQS; 0, the default, takes any free one. */
  public RunnerBuilder queuePort(int sqsPort) {
    queuePort = sqsPort;
    return this;
  }

  /** A parameter of the root template. */
  public RunnerBuilder parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** An environment variable that all functions get, over what the template says. */
  public RunnerBuilder setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** A secret that must have this value before any function runs. */
  public RunnerBuilder secret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  /** A secret that begins with this value and then keeps what it is given. */
  public RunnerBuilder firstSecret(String name, Supplier<String> value) {
    firstSecrets.put(name, value);
    return this;
  }

  /** Runs the functions with these logical ids as processes of their own. */
  public RunnerBuilder asProcesses(Set<String> logicalIds) {
    asProcess = function -> logicalIds.contains(function.logicalId());
    return this;
  }

  /** Runs every function as a process of its own. */
  public RunnerBuilder allAsProcesses() {
    asProcess = _ -> true;
    return this;
  }

  /** Changes the code of functions as it is loaded. */
  public RunnerBuilder classTransformer(ClassTransformer change) {
    transformer = change;
    return this;
  }

  /** The clock that schedules look at. */
  public RunnerBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** How functions are run. */
  public RunnerBuilder lambda(LambdaSettings lambdaSettings) {
    lambda = lambdaSettings;
    return this;
  }

  /** How long WebSocket connections live. */
  public RunnerBuilder socketLimits(SocketLimits limits) {
    socketLimits = limits;
    return this;
  }

  /** When undeleted messages come back, over what the template says: for tests that wait for it. */
  public RunnerBuilder visibilityTimeout(Duration timeout) {
    visibilityTimeout = Optional.of(timeout);
    return this;
  }

  /** How long the HTTP APIs wait for a function. */
  public RunnerBuilder integrationLimit(Duration limit) {
    integrationLimit = limit;
    return this;
  }

  /**
   * Queues and buses deliver in disorder from the start; {@link Runner#disorder()} ends it.
   *
   * @param seed see {@link Disorder#begin}
   */
  public RunnerBuilder disorder(long seed) {
    disorder.begin(seed);
    return this;
  }

  /**
   * Starts everything and returns when the public address answers.
   *
   * @throws com.hekax.phone.runner.template.TemplateException when the templates say something that
   *     the runner does not know
   */
  public Runner start() throws Exception {
    return Runner.start(this);
  }
}
