package com.hekax.phone.bridge.backend;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.bridge.backend.Reply.Answered;
import com.hekax.phone.bridge.backend.Reply.Unreachable;
import com.hekax.phone.bridge.conversation.Grant;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.bridge.conversation.RedirectReason;
import com.hekax.phone.bridge.conversation.Report;
import com.hekax.phone.bridge.conversation.ToolOutcome;
import com.hekax.phone.bridge.conversation.Turn;
import com.hekax.phone.bridge.json.JsonObject;
import com.hekax.phone.bridge.json.JsonText;
import com.hekax.phone.platform.telemetry.Log;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The back end as one call meets it. All answers complete normally, whatever happens. */
public final class BackEndSession {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);
  private static final Duration SHORT_PAUSE = Duration.ofMillis(300);
  private static final Duration[] REPORT_PAUSES = {
    Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)
  };

  /** What a model is told by a tool stays short. */
  private static final int LARGEST_OUTPUT = 2_048;

  private final BackEndHttp http;
  private final SessionReply session;
  private final MediaStream stream;
  private final TurnPosts turns;

  BackEndSession(BackEndHttp http, SessionReply session, MediaStream stream) {
    this.http = http;
    this.session = session;
    this.stream = stream;
    turns =
        new TurnPosts(body -> post(session.turnsPath(), body, Map.of()), session.grant().callId());
  }

  /** What the model is to be in this call. */
  public Grant grant() {
    return session.grant();
  }

  /**
   * Does what the model asked for. Once more if the back end was not reached at all, which is safe
   * with the same idempotency key even if it was.
   *
   * @param within until the outcome is known, in any case
   */
  public CompletableFuture<ToolOutcome> callTool(
      String toolCallId, String path, String arguments, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    var headers = Map.of("Idempotency-Key", toolCallId);
    return post(path, arguments, headers, within)
        .thenCompose(
            reply -> {
              var left = Duration.ofNanos(deadline - System.nanoTime());
              return reply instanceof Unreachable && left.isPositive()
                  ? post(path, arguments, headers, left)
                  : CompletableFuture.completedFuture(reply);
            })
        .thenApply(this::outcome);
  }

  /** Keeps a turn until the back end has it; sends it at once if nothing else is on its way. */
  public void save(Turn turn) {
    turns.add(turn);
  }

  /** Sends the caller elsewhere; true if the back end does that. */
  public CompletableFuture<Boolean> redirect(RedirectReason reason) {
    var body = JsonText.object(json -> json.writeStringField("reason", reason.name()));
    return persistently(session.redirectsPath(), body);
  }

  /** Ends the call; true if the back end does that. */
  public CompletableFuture<Boolean> hangUp() {
    return persistently(session.hangupsPath(), "{}");
  }

  /** Sends all turns that are left and then the report; completes when there is nothing to do. */
  public CompletableFuture<Void> finish(Report report) {
    var headers = Map.of("Idempotency-Key", stream.streamSid());
    return turns
        .finish()
        .thenCompose(
            _ ->
                BackEndHttp.persistently(
                    () -> post(session.reportPath(), ReportBody.of(report), headers),
                    REPORT_PAUSES))
        .thenAccept(
            reply -> {
              if (!reply.isGood()) {
                Log.error("A report was not taken", field("callId", session.grant().callId()));
              }
            });
  }

  private CompletableFuture<Boolean> persistently(String path, String body) {
    return BackEndHttp.persistently(() -> post(path, body, Map.of()), SHORT_PAUSE, SHORT_PAUSE)
        .thenApply(Reply::isGood);
  }

  private CompletableFuture<Reply> post(String path, String body, Map<String, String> headers) {
    return post(path, body, headers, ANSWER_WITHIN);
  }

  private CompletableFuture<Reply> post(
      String path, String body, Map<String, String> headers, Duration within) {
    var all = new LinkedHashMap<>(headers);
    all.put("Authorization", "Bearer " + session.credential());
    return http.post(path, body, all, within);
  }

  private ToolOutcome outcome(Reply reply) {
    return switch (reply) {
      case Answered answered when answered.isSuccess() -> answered(answered.body());
      case Answered(int status, var body) when status == 400 ->
          new ToolOutcome.Invalid(
              JsonObject.parse(body).map(problem -> problem.arrayText("errors")).orElse("[]"));
      case Answered _, Unreachable _ -> new ToolOutcome.Unavailable();
    };
  }

  private ToolOutcome answered(String body) {
    var answer = JsonObject.parse(body);
    if (answer.isEmpty() || body.getBytes(StandardCharsets.UTF_8).length > LARGEST_OUTPUT) {
      Log.error(
          "A tool answered something that a model cannot be told",
          field("callId", session.grant().callId()),
          field("length", body.length()));
      return new ToolOutcome.Unavailable();
    }
    return new ToolOutcome.Answered(body, answer.get().isTrue("transferring"));
  }
}
