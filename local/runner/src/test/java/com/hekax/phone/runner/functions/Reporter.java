package com.hekax.phone.runner.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A custom resource that reports whatever its property Outcome says. */
public final class Reporter implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = JSON.readTree(input);
    var outcome = event.path("ResourceProperties").path("Outcome").asText();
    var report =
        JSON.createObjectNode()
            .put("Status", outcome)
            .put("Reason", "the table is locked")
            .put("PhysicalResourceId", event.path("RequestType").asText());
    System.setProperty("hekax.test.requestType", event.path("RequestType").asText());
    try (var http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(URI.create(event.path("ResponseURL").asText()))
              .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(report)))
              .build(),
          BodyHandlers.discarding());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
