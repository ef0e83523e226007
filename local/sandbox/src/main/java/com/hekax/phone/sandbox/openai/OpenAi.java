package com.hekax.phone.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.SandboxJson;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.faults.FaultPlan;
import com.hekax.phone.sandbox.openai.receptionist.Receptionist;
import com.hekax.phone.sandbox.openai.session.Model;
import com.hekax.phone.sandbox.openai.session.Pace;
import com.hekax.phone.sandbox.openai.session.RealtimeSession;
import com.hekax.phone.sandbox.openai.session.SessionView;
import com.hekax.phone.sandbox.openai.session.World;
import com.hekax.phone.sandbox.speech.Clips;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * OpenAI's Realtime API at {@code ws://…/v1/realtime?model=…}, and beside it
 *
 * <ul>
 *   <li>{@code GET /openai/sessions}: all sessions, newest first, with all that was said and done
 *   <li>{@code GET, POST, DELETE /openai/faults}: what is going to fail, for example {@code
 *       {"kind": "response", "code": "server_error", "times": 2}} or {@code {"kind": "drop",
 *       "afterMillis": 5000}}; see {@link Fault}. {@code PUT /faults/openai} refuses handshakes as
 *       well
 *   <li>{@code GET, PUT /openai/pace}: {@code {"thinkMillis": 300, "speed": 5, "transcribeMillis":
 *       250, "sessionSeconds": 3600}}, for sessions that open from then on
 * </ul>
 */
public final class OpenAi implements HttpService {
  private static final int REMEMBERED = 500;

  private final FaultPlan plan = new FaultPlan();
  private final ConcurrentLinkedDeque<RealtimeSession> sessions = new ConcurrentLinkedDeque<>();
  private final Receptionist receptionist = Receptionist.bundled();
  private final InstantSource clock;
  private final Handshake handshake;
  private volatile Pace pace = Pace.DEFAULT;

  public OpenAi(Faults faults, InstantSource clock) {
    this.clock = clock;
    this.handshake = new Handshake(faults, plan, clock);
  }

  /** What makes sockets of requests; for the server's connection selector. */
  public RealtimeUpgrader upgrader() {
    return new RealtimeUpgrader(this);
  }

  public FaultPlan faults() {
    return plan;
  }

  /** For sessions that open from now on. */
  public void pace(Pace next) {
    pace = next;
  }

  /** All sessions, newest first. */
  public List<SessionView> sessions() throws InterruptedException {
    var views = new ArrayList<SessionView>();
    for (var session : sessions) {
      views.add(session.view());
    }
    return views;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/sessions", (_, response) -> SandboxJson.send(response, 200, sessions()))
        .get("/faults", (_, response) -> SandboxJson.send(response, 200, plan.all()))
        .post("/faults", this::planFault)
        .delete("/faults", this::clearFaults)
        .get("/pace", (_, response) -> sendPace(response))
        .put("/pace", this::changePace);
  }

  Handshake handshake() {
    return handshake;
  }

  RealtimeSocket open(Model model) {
    var world = new World(Clips.bundled(), receptionist, plan, clock, pace);
    var socket = new RealtimeSocket(model, world);
    sessions.addFirst(socket.session());
    while (sessions.size() > REMEMBERED) {
      sessions.removeLast();
    }
    return socket;
  }

  private void planFault(ServerRequest request, ServerResponse response) {
    var body = SandboxJson.read(request);
    var word = body.path("kind").asText();
    var kind = Arrays.stream(Fault.Kind.values()).filter(one -> word(one).equals(word)).findFirst();
    if (kind.isEmpty()) {
      var kinds = Arrays.stream(Fault.Kind.values()).map(OpenAi::word).toList();
      SandboxJson.send(
          response, 400, Map.of("message", "kind is one of " + String.join(", ", kinds) + "."));
      return;
    }
    plan.add(
        new Fault(
            kind.get(),
            body.path("status").asInt(503),
            Duration.ofMillis(body.path("afterMillis").asLong(0)),
            body.path("code").asText("server_error")),
        body.path("times").asInt(1));
    SandboxJson.send(response, 200, plan.all());
  }

  private void clearFaults(ServerRequest request, ServerResponse response) {
    plan.clear();
    SandboxJson.send(response, 200, plan.all());
  }

  private void changePace(ServerRequest request, ServerResponse response) {
    var body = SandboxJson.read(request);
    var now = pace;
    pace =
        new Pace(
            millis(body, "thinkMillis", now.think()),
            body.path("speed").asDouble(now.speed()),
            millis(body, "transcribeMillis", now.transcribe()),
            Duration.ofSeconds(body.path("sessionSeconds").asLong(now.session().toSeconds())));
    sendPace(response);
  }

  private void sendPace(ServerResponse response) {
    var now = pace;
    SandboxJson.send(
        response,
        200,
        Map.of(
            "thinkMillis", now.think().toMillis(),
            "speed", now.speed(),
            "transcribeMillis", now.transcribe().toMillis(),
            "sessionSeconds", now.session().toSeconds()));
  }

  private static Duration millis(JsonNode body, String field, Duration otherwise) {
    return Duration.ofMillis(body.path(field).asLong(otherwise.toMillis()));
  }

  private static String word(Fault.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
