package com.hekax.phone.runner.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Needs nothing but the JDK and Lambda's interfaces. */
public final class Plain implements RequestStreamHandler {
  private int invocations;

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    if (event.contains("sleep")) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    if (event.contains("exit")) {
      System.exit(3);
    }
    invocations++;
    var answer =
        "{\"pid\":%d,\"invocations\":%d,\"stage\":\"%s\",\"path\":\"%s\",\"name\":\"%s\"}"
            .formatted(
                ProcessHandle.current().pid(),
                invocations,
                System.getenv("STAGE"),
                System.getenv("PATH"),
                context.getFunctionName());
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
