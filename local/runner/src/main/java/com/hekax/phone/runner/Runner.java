package com.hekax.phone.runner;

import com.hekax.phone.runner.aws.AwsEndpoint;
import com.hekax.phone.runner.aws.CustomResources;
import com.hekax.phone.runner.aws.KmsApi;
import com.hekax.phone.runner.aws.LambdaApi;
import com.hekax.phone.runner.aws.SecretStore;
import com.hekax.phone.runner.aws.SecretsManagerApi;
import com.hekax.phone.runner.events.EventBridgeApi;
import com.hekax.phone.runner.events.EventBuses;
import com.hekax.phone.runner.events.RepeatedDelivery;
import com.hekax.phone.runner.events.TargetDelivery;
import com.hekax.phone.runner.http.Edge;
import com.hekax.phone.runner.http.Front;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.process.ProcessEnvironments;
import com.hekax.phone.runner.process.RuntimeApi;
import com.hekax.phone.runner.queues.Disorder;
import com.hekax.phone.runner.queues.QueuePoller;
import com.hekax.phone.runner.queues.Queues;
import com.hekax.phone.runner.s3.S3Api;
import com.hekax.phone.runner.schedules.Schedules;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.runner.template.Naming;
import com.hekax.phone.runner.websocket.ConnectionsApi;
import com.hekax.phone.runner.websocket.SocketUpgrader;
import com.hekax.phone.runner.websocket.WebSocketApis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The product on one machine: everything that the templates describe, played by this JVM. Begun by
 * {@link RunnerBuilder#start()}, ended by {@link #close()}.
 */
public final class Runner implements AutoCloseable {
  private final RunnerBuilder given;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Application application;
  private final Queues queues;
  private final AwsEndpoint aws;
  private final Front front;
  private final LambdaService lambda;
  private final Schedules schedules;

  private Runner(RunnerBuilder given) throws Exception {
    this.given = given;
    try {
      QuietLogs.apply();
      var startingQueues = new FutureTask<>(() -> Queues.start(given.queuePort));
      Thread.ofVirtual().name("start-queues").start(startingQueues);
      opened.push(() -> startingQueues.get().close());
      application = Application.read(given.template, given.parameters);
      aws = opened(new AwsEndpoint(given.awsPort));
      var sockets = new SocketUpgrader();
      front = opened(new Front(given.port, sockets, SocketUpgrader.CONFIG));
      queues = get(startingQueues);

      var secrets = new SecretStore(given.dataFolder.resolve("secrets.json"));
      given.secrets.forEach(secrets::put);
      given.firstSecrets.forEach(secrets::putFirst);
      secrets.create(application.secrets());
      lambda = opened(startFunctions(secrets));
      var delivery = new TargetDelivery(lambda, queues);
      var buses = new EventBuses(application, new RepeatedDelivery(delivery, given.disorder));
      var webSockets =
          opened(new WebSocketApis(application.webSocketApis(), lambda, given.socketLimits));
      addApis(secrets, buses, webSockets);

      queues.create(application.queues(), given.visibilityTimeout);
      var objects = objects();
      applyCustomResources(objects);
      for (var trigger : application.queueTriggers()) {
        opened(QueuePoller.start(trigger, queues, lambda, given.disorder));
      }
      schedules = opened(new Schedules(application.schedules(), delivery, given.clock));
      var edge =
          new Edge(
              application,
              lambda,
              given.dashboard,
              objects,
              secrets::resolve,
              given.integrationLimit);
      sockets.open(edge, webSockets);
      front.open(edge);
      // The last to be opened and so the first to be closed: nobody may call what is going away.
      opened.push(front);
    } catch (Exception | Error failed) {
      closeAll(failed);
      throw failed;
    }
  }

  public static RunnerBuilder builder() {
    return new RunnerBuilder();
  }

  /** Starts everything; what {@link RunnerBuilder#start()} calls. */
  static Runner start(RunnerBuilder given) throws Exception {
    return new Runner(given);
  }

  /** The one public address of the product. */
  public URI baseUri() {
    return front.baseUri();
  }

  /** Where the AWS APIs of this machine are. */
  public URI awsEndpoint() {
    return aws.uri();
  }

  /** Where SQS is. */
  public URI queueEndpoint() {
    return queues.uri();
  }

  /** All functions, with the environment variables they have here. */
  public List<LambdaFunction> functions() {
    return lambda.functions();
  }

  /**
   * Invokes a function and waits for its answer.
   *
   * @param function its name, or its logical id when only one function has it
   */
  public InvocationResult invoke(String function, String event) {
    return lambda.invoke(functionName(function), event.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether an invocation of a function is under way.
   *
   * @param function its name, or its logical id when only one function has it
   */
  public boolean isRunning(String function) {
    return lambda.isRunning(functionName(function));
  }

  /**
   * Fires a schedule now and waits for the function it calls.
   *
   * @param name of the schedule, or of the function
   */
  public InvocationResult fireSchedule(String name) {
    return schedules.fire(name);
  }

  /**
   * How many messages a queue holds, by its name or logical id; those included that disorder still
   * has to deliver.
   */
  public int queueDepth(String queue) throws InterruptedException {
    var name = queueName(queue);
    return queues.depth(name) + given.disorder.held(name);
  }

  /** How queues and buses deliver: in good order until it begins. */
  public Disorder disorder() {
    return given.disorder;
  }

  /** Puts a message into a queue, by its name or logical id. */
  public void send(String queue, String body) {
    queues.send(queueName(queue), body);
  }

  @Override
  public void close() {
    var failure = new IllegalStateException("The runner did not close cleanly");
    closeAll(failure);
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private LambdaService startFunctions(SecretStore secrets) {
    var settings =
        new FunctionSettings(
            application, front.baseUri(), aws.uri(), queues.uri(), secrets, given.settings);
    var environments =
        new ProcessEnvironments(
            opened(new RuntimeApi()),
            given.dataFolder.resolve("logs"),
            given.asProcess,
            LambdaService.inProcess(given.transformer));
    return new LambdaService(
        settings.apply(application.functions()), environments, given.lambda, queues::send);
  }

  private void addApis(SecretStore secrets, EventBuses buses, WebSocketApis webSockets) {
    var masterKey = given.dataFolder.resolve("kms-master.key");
    aws.add(SecretsManagerApi.over(secrets));
    aws.add(KmsApi.over(masterKey, application.keys(), application.keyAliases()));
    aws.add(EventBridgeApi.over(buses));
    aws.add(new LambdaApi(lambda));
    aws.add(new ConnectionsApi(webSockets));
  }

  private S3Api objects() {
    return new S3Api(
        application.buckets(),
        given.dataFolder.resolve("objects"),
        FunctionSettings.ACCESS_KEY,
        FunctionSettings.SECRET_KEY,
        given.clock);
  }

  private void applyCustomResources(S3Api objects) throws InterruptedException {
    var resources =
        new CustomResources(lambda, aws.uri(), given.dataFolder.resolve("custom-resources.json"));
    aws.add(resources);
    aws.add(objects);
    for (var resource : application.customResources()) {
      resources.apply(resource);
    }
  }

  private String functionName(String nameOrId) {
    return lambda
        .find(nameOrId)
        .map(LambdaFunction::name)
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + nameOrId));
  }

  private String queueName(String nameOrId) {
    return application.queues().stream()
        .map(Queue::name)
        .filter(name -> name.equals(Naming.lastPart(nameOrId)) || name.endsWith("-" + nameOrId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no queue " + nameOrId));
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.push(closeable);
    return closeable;
  }

  private static Queues get(FutureTask<Queues> starting) throws Exception {
    try {
      return starting.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The queue server did not start", failed.getCause());
    }
  }

  /** Closes in the reverse order of opening, all of it, whatever fails on the way. */
  private void closeAll(Throwable reason) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failed) {
        reason.addSuppressed(failed);
      }
    }
  }
}
