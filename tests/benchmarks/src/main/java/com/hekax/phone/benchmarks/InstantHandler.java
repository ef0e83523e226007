package com.hekax.phone.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Answers at once, in the place of a handler of the product. What a request to it costs is what the
 * runner costs. It keeps the last event, which is one that the runner really makes.
 */
public class InstantHandler implements RequestStreamHandler {
  private static volatile byte[] answer = answer("{}");
  private static volatile byte[] lastEvent = new byte[0];

  /** What {@link HandlerSwap} makes calls this. */
  protected InstantHandler() {}

  /** From now on the answer has this JSON body. */
  static void answerWith(String body) {
    answer = answer(body);
  }

  static byte[] lastEvent() {
    return lastEvent.clone();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    lastEvent = input.readAllBytes();
    output.write(answer);
  }

  private static byte[] answer(String body) {
    var headers = Map.of("content-type", "application/json");
    return Json.write(Map.of("statusCode", 200, "headers", headers, "body", body))
        .getBytes(StandardCharsets.UTF_8);
  }
}
