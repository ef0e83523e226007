package com.hekax.phone.operations.migration;

import com.hekax.phone.operations.migration.ResourceRequest.Answer;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Puts an answer where CloudFormation looks for it: a signed address in S3. */
public final class AnswerBox {
  private static final int ATTEMPTS = 3;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** All attempts together end within this time. */
  public static final Duration AT_MOST = Duration.ofSeconds(20);

  /**
   * Puts the answer there.
   *
   * @throws IOException if the address takes it at no attempt; the stack then waits for its own
   *     time-out
   */
  public void put(URI address, Answer answer) throws IOException {
    // No content type: the address is signed for a request that has none.
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_WITHIN)
            .PUT(BodyPublishers.ofString(Json.write(answer)))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
      for (int attempt = 1; ; attempt++) {
        try {
          put(client, request);
          return;
        } catch (IOException e) {
          if (attempt == ATTEMPTS) {
            throw e;
          }
          Log.warn("The answer to CloudFormation did not arrive, it is put again", e);
        }
      }
    }
  }

  private static void put(HttpClient client, HttpRequest request) throws IOException {
    try {
      var status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 300) {
        throw new IOException("The address of the answer answered " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
