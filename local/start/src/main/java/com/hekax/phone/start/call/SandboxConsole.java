package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.StartException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The console of a sandbox that runs in another process. */
final class SandboxConsole implements AutoCloseable {
  private static final String MODEL_FAULT = "/faults/openai";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI address;

  SandboxConsole(URI address) {
    this.address = address;
  }

  /**
   * Places a call. One with a script goes on meanwhile; of one without, the product has been told
   * all.
   *
   * @throws StartException when the console says why it does not
   */
  JsonNode placeCall(Map<String, ?> call) throws IOException, InterruptedException {
    return send(
        request("/twilio/calls")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(call))));
  }

  /** A scripted call as it stands. */
  JsonNode call(String sid) throws IOException, InterruptedException {
    return send(request("/twilio/calls/" + sid));
  }

  /** What webhooks brought to a receiver, newest first. */
  JsonNode received(String receiver) throws IOException, InterruptedException {
    return send(request("/webhook-receiver/" + receiver));
  }

  /** What was written in Slack, in all workspaces and channels. */
  List<JsonNode> slackMessages() throws IOException, InterruptedException {
    return send(request("/slack/messages").header("accept", "application/json"))
        .valueStream()
        .flatMap(workspace -> workspace.path("channels").valueStream())
        .flatMap(channel -> channel.path("messages").valueStream())
        .toList();
  }

  /** Everybody's mail, newest first. */
  List<JsonNode> mails() throws IOException, InterruptedException {
    return send(request("/mail").header("accept", "application/json")).valueStream().toList();
  }

  /** What the telephone of a number does when it rings. */
  JsonNode phone(String number) throws IOException, InterruptedException {
    return send(request(phonePath(number)));
  }

  /** From now on it does so; {@link #phone(String)} told it in the same words. */
  void phone(String number, Map<String, ?> settings) throws IOException, InterruptedException {
    send(
        request(phonePath(number))
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(Json.write(settings))));
  }

  /** The model lets nobody in from now on; at the latest after some minutes it does again. */
  void failModel() throws IOException, InterruptedException {
    send(
        request(MODEL_FAULT)
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(Json.write(Map.of("status", 503, "seconds", 180)))));
  }

  /** The model lets everybody in again. */
  void healModel() throws IOException, InterruptedException {
    send(request(MODEL_FAULT).DELETE());
  }

  @Override
  public void close() {
    client.close();
  }

  private static String phonePath(String number) {
    return "/twilio/phones/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(2));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      var body = response.body().isEmpty() ? MissingNode.getInstance() : Json.tree(response.body());
      if (response.statusCode() >= 300) {
        throw new StartException(body.path("message").asText());
      }
      return body;
    } catch (ConnectException refused) {
      throw new StartException(
          "No sandbox answers at %s: HEKAX Phone must be running, so `./hekax start` first."
              .formatted(address),
          refused);
    }
  }
}
