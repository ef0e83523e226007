package com.hekax.phone.runner.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.platform.Env;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The functions that the runner's own tests run. */
public final class Handlers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Handlers() {}

  /** Answers HTTP requests with the event it got, in the body. */
  public static final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      var response = JSON.createObjectNode().put("statusCode", 200);
      response.putObject("headers").put("content-type", "application/json");
      response.put("body", new String(input.readAllBytes(), StandardCharsets.UTF_8));
      output.write(JSON.writeValueAsBytes(response));
    }
  }

  /** Answers with exactly what the event's body says. */
  public static final class Puppet implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      output.write(JSON.readTree(input).path("body").asText().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Tells what Lambda told it, and how often this environment was used. */
  public static final class Mirror implements RequestStreamHandler {
    private static final AtomicInteger INVOCATIONS = new AtomicInteger();
    private final String stage = Env.current().get("STAGE");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      var answer = JSON.createObjectNode();
      answer.put("stage", stage);
      answer.put("invocations", INVOCATIONS.incrementAndGet());
      answer.put("requestId", context.getAwsRequestId());
      answer.put("functionName", context.getFunctionName());
      answer.put("functionArn", context.getInvokedFunctionArn());
      answer.put("remainingMillis", context.getRemainingTimeInMillis());
      answer.put("word", word());
      answer.set("event", JSON.readTree(input));
      output.write(JSON.writeValueAsBytes(answer));
    }

    private static String word() {
      return "original";
    }
  }

  /** Waits as long as the event says, in milliseconds. */
  public static final class Sleeper implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      try {
        Thread.sleep(JSON.readTree(input).path("millis").asLong());
        output.write("\"awake\"".getBytes(StandardCharsets.UTF_8));
      } catch (InterruptedException interrupted) {
        System.setProperty("hekax.test.interrupted", "true");
      }
    }
  }

  /** Fails as often as the event says, then succeeds. */
  public static final class Stumbler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      JsonNode event = JSON.readTree(input);
      var failed = Integer.getInteger(event.path("id").asText(), 0);
      System.setProperty(event.path("id").asText(), Integer.toString(failed + 1));
      if (failed < event.path("failures").asInt()) {
        throw new IllegalStateException("stumbled");
      }
      output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Cannot be made. */
  public static final class Stillborn implements RequestStreamHandler {
    public Stillborn() {
      throw new IllegalStateException("The setting COLOUR is missing");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}
  }
}
