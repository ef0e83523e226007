package com.hekax.phone.runner.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.CustomResource;
import com.hekax.phone.runner.template.Naming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * CloudFormation's custom resources: calls the function of each with Create the first time and
 * Update later, and waits for what it reports to the response address.
 */
public final class CustomResources implements AwsApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "/_cloudformation/";

  /** A function reports before it returns; this is for the network's sake. */
  private static final Duration REPORT_LIMIT = Duration.ofSeconds(5);

  private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
  private final LambdaService lambda;
  private final URI endpoint;
  private final Path file;

  /**
   * Prepares to apply resources.
   *
   * @param file remembers what was made by earlier starts
   */
  public CustomResources(LambdaService lambda, URI endpoint, Path file) {
    this.lambda = lambda;
    this.endpoint = endpoint;
    this.file = file;
  }

  @Override
  public boolean accepts(AwsRequest request) {
    return request.path().startsWith(PREFIX);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    var waiting = awaited.remove(request.path().substring(PREFIX.length()));
    if (waiting == null || !request.method().equals("PUT")) {
      throw new AwsException(403, "AccessDenied", "Nobody waits for this report");
    }
    try {
      waiting.complete(JSON.readTree(request.body()));
    } catch (IOException notJson) {
      throw new AwsException(400, "MalformedReport", "The report is not JSON");
    }
    return AwsResponse.empty(200);
  }

  /**
   * Creates or updates one resource.
   *
   * @throws IllegalStateException when its function says FAILED, fails or says nothing
   */
  public void apply(CustomResource resource) throws InterruptedException {
    var made = read();
    var key = resource.stack() + "." + resource.id();
    var token = UUID.randomUUID().toString();
    var report = new CompletableFuture<JsonNode>();
    awaited.put(token, report);
    var event = event(resource, made.path(key), endpoint + PREFIX + token);
    var result = lambda.invoke(resource.function(), bytes(event));
    switch (result) {
      case Success _ -> {}
      case Failure failure -> throw failed(resource, failure.text());
      case Throttled _ -> throw failed(resource, "its function was throttled");
    }
    var answer = await(resource, report);
    if (!answer.path("Status").asText().equals("SUCCESS")) {
      throw failed(resource, answer.path("Reason").asText("no reason given"));
    }
    var record = JSON.createObjectNode();
    record.set("PhysicalResourceId", answer.path("PhysicalResourceId"));
    record.set("ResourceProperties", event.path("ResourceProperties"));
    made.set(key, record);
    write(made);
  }

  private static ObjectNode event(CustomResource resource, JsonNode before, String responseUrl) {
    var event = JSON.createObjectNode();
    event.put("RequestType", before.isMissingNode() ? "Create" : "Update");
    event.put("ResponseURL", responseUrl);
    event.put("StackId", Naming.arn("cloudformation", "stack/" + resource.stack()));
    event.put("RequestId", UUID.randomUUID().toString());
    event.put("ResourceType", resource.type()).put("LogicalResourceId", resource.id());
    if (!before.isMissingNode()) {
      event.set("PhysicalResourceId", before.path("PhysicalResourceId"));
      event.set("OldResourceProperties", before.path("ResourceProperties"));
    }
    return event.set("ResourceProperties", texts(JSON.valueToTree(resource.properties())));
  }

  /** CloudFormation hands every number and boolean over as text. */
  private static JsonNode texts(JsonNode value) {
    if (value.isObject()) {
      var object = JSON.createObjectNode();
      value.properties().forEach(entry -> object.set(entry.getKey(), texts(entry.getValue())));
      return object;
    }
    if (value.isArray()) {
      var array = JSON.createArrayNode();
      value.forEach(item -> array.add(texts(item)));
      return array;
    }
    return TextNode.valueOf(value.asText());
  }

  private static JsonNode await(CustomResource resource, CompletableFuture<JsonNode> report)
      throws InterruptedException {
    try {
      return report.get(REPORT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      throw failed(resource, "its function returned without reporting to ResponseURL");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static IllegalStateException failed(CustomResource resource, String reason) {
    return new IllegalStateException(
        resource.id() + " (" + resource.type() + ") could not be made: " + reason);
  }

  private ObjectNode read() {
    try {
      return Files.exists(file)
          ? (ObjectNode) JSON.readTree(file.toFile())
          : JSON.createObjectNode();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void write(ObjectNode made) {
    try {
      PrivateFile.write(file, bytes(made));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static byte[] bytes(JsonNode value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
