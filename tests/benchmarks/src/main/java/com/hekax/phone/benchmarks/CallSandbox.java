package com.hekax.phone.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The console of the sandbox, as one who places calls and looks at what came of them uses it. */
final class CallSandbox {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final URI console;

  CallSandbox(String console) {
    this.console = URI.create(console.strip());
  }

  /**
   * Has somebody call.
   *
   * @param script its name, or the whole of it
   * @return the CallSid
   */
  String place(String from, String to, Object script) throws IOException, InterruptedException {
    var body = Json.write(Map.of("from", from, "to", to, "script", script));
    return send(request("/twilio/calls").POST(BodyPublishers.ofString(body)))
        .path("callSid")
        .asText();
  }

  /** The calls, when all of them are over. */
  List<CallTimes> awaitEnds(List<String> calls) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    var ended = new ArrayList<CallTimes>();
    for (var sid : calls) {
      var call = send(request("/twilio/calls/" + sid));
      while (!call.path("state").asText().equals("reported")) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("The call does not end: " + call);
        }
        Thread.sleep(LOOK);
        call = send(request("/twilio/calls/" + sid));
      }
      ended.add(new CallTimes(call));
    }
    return ended;
  }

  /** The model's sessions, oldest first. */
  List<JsonNode> sessions() throws IOException, InterruptedException {
    return send(request("/openai/sessions")).valueStream().toList().reversed();
  }

  /** The contacts of the one HubSpot account there is. */
  JsonNode contacts() throws IOException, InterruptedException {
    return send(request("/hubspot/records").header("accept", "application/json"))
        .path(0)
        .path("contacts");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(console.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("content-type", "application/json");
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response = CLIENT.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response + " " + response.body());
    }
    return Json.tree(response.body());
  }
}
