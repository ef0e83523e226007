package com.hekax.phone.runner;

import com.hekax.phone.runner.aws.SecretStore;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.runner.template.Application.LambdaFunction;
import com.hekax.phone.runner.template.Naming;
import com.hekax.phone.runner.websocket.ConnectionsApi;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables of functions on this machine: what the template says, with addresses of
 * AWS replaced by addresses of the runner, and the caller's settings on top.
 */
final class FunctionSettings {
  static final String ACCESS_KEY = "local";
  static final String SECRET_KEY = "local-secret";

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, String> runner = new HashMap<>();
  private final Map<String, String> overlay;
  private final SecretStore secrets;

  FunctionSettings(
      Application application,
      URI publicUri,
      URI awsEndpoint,
      URI queues,
      SecretStore secrets,
      Map<String, String> overlay) {
    this.secrets = secrets;
    this.overlay = Map.copyOf(overlay);
    for (var api : application.webSocketApis()) {
      addresses.put(
          "https://" + Naming.apiHost(api.id()), ConnectionsApi.address(awsEndpoint, api.id()));
    }
    addresses.put(Naming.SQS_ADDRESS, queues.toString());
    runner.put("PUBLIC_URL", publicUri.toString());
    runner.put("AWS_ENDPOINT_URL", awsEndpoint.toString());
    runner.put("AWS_ENDPOINT_URL_SQS", queues.toString());
    runner.put("AWS_REGION", Naming.REGION);
    runner.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
    runner.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
  }

  List<LambdaFunction> apply(List<LambdaFunction> functions) {
    return functions.stream().map(this::apply).toList();
  }

  private LambdaFunction apply(LambdaFunction function) {
    var environment = new HashMap<String, String>();
    function
        .environment()
        .forEach((name, value) -> environment.put(name, secrets.resolve(local(value))));
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    environment.putAll(runner);
    environment.putAll(overlay);
    return function.withEnvironment(environment);
  }

  private String local(String value) {
    var result = value;
    for (var address : addresses.entrySet()) {
      result = result.replace(address.getKey(), address.getValue());
    }
    return result;
  }
}
