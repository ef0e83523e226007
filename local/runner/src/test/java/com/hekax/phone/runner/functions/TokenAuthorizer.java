package com.hekax.phone.runner.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows one good token, and says how often it was asked. */
public final class TokenAuthorizer implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger ASKED = new AtomicInteger();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var token = JSON.readTree(input).path("identitySource").path(0).asText();
    if (token.equals("broken")) {
      throw new IllegalStateException("broken");
    }
    var answer = JSON.createObjectNode().put("isAuthorized", token.startsWith("good"));
    answer
        .putObject("context")
        .put("userId", token)
        .put("asked", Integer.toString(ASKED.incrementAndGet()));
    output.write(JSON.writeValueAsBytes(answer));
  }
}
