package com.hekax.phone.runner.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.platform.Env;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes every event it gets to a file, one a line, and answers a queue's batch with the messages
 * that say "fail".
 */
public final class Recorder implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path file = Path.of(Env.current().get("RECORD_FILE"));

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = JSON.readTree(input);
    Files.writeString(file, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    var answer = JSON.createObjectNode().put("statusCode", 200);
    var failures = answer.putArray("batchItemFailures");
    for (var message : event.path("Records")) {
      if (message.path("body").asText().contains("fail")) {
        failures.addObject().put("itemIdentifier", message.path("messageId").asText());
      }
      if (message.path("body").asText().contains("explode")) {
        throw new IllegalStateException("exploded");
      }
    }
    output.write(JSON.writeValueAsBytes(answer));
  }
}
