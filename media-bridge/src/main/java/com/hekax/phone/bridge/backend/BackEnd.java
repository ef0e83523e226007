package com.hekax.phone.bridge.backend;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.bridge.backend.Reply.Answered;
import com.hekax.phone.bridge.conversation.MediaStream;
import com.hekax.phone.bridge.conversation.Refusal;
import com.hekax.phone.bridge.json.JsonText;
import com.hekax.phone.platform.telemetry.Log;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The back end as a stream meets it that has only its token. */
public final class BackEnd {
  private static final String SESSIONS = "/api/bridge/sessions";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final BackEndHttp http;

  /**
   * The back end at this origin.
   *
   * @param origin for example {@code https://phone.example.com}
   */
  public BackEnd(URI origin) {
    http = new BackEndHttp(origin);
  }

  /**
   * Asks whose call the stream is. Tried twice; completes normally in any case. The second attempt
   * has the same idempotency key, because the first may have used up the token.
   */
  public CompletableFuture<Exchange> exchange(MediaStream stream, Upgrade upgrade) {
    var body = body(stream, upgrade);
    var headers = Map.of("Idempotency-Key", stream.streamSid());
    return BackEndHttp.persistently(() -> http.post(SESSIONS, body, headers, ANSWER_WITHIN), PAUSE)
        .thenApply(reply -> read(reply, stream));
  }

  private static String body(MediaStream stream, Upgrade upgrade) {
    return JsonText.object(
        json -> {
          json.writeStringField("token", stream.token());
          json.writeStringField("callSid", stream.callSid());
          json.writeStringField("accountSid", stream.accountSid());
          json.writeStringField("streamSid", stream.streamSid());
          JsonText.object(
              json,
              "upgrade",
              request -> {
                request.writeStringField("path", upgrade.path());
                request.writeStringField("signature", upgrade.signature());
              });
        });
  }

  private Exchange read(Reply reply, MediaStream stream) {
    return switch (reply) {
      case Answered answered when answered.isSuccess() ->
          SessionReply.read(answered.body())
              .<Exchange>map(
                  session -> new Exchange.Opened(new BackEndSession(http, session, stream)))
              .orElseGet(
                  () -> {
                    Log.error(
                        "The back end answered a session that cannot be used",
                        field("callSid", stream.callSid()));
                    return new Exchange.Unreachable();
                  });
      case Answered answered when answered.status() == 403 ->
          new Exchange.Refused(Refusal.INVALID_SIGNATURE);
      case Answered answered when !answered.isTemporary() ->
          new Exchange.Refused(Refusal.INVALID_TOKEN);
      case Answered _, Reply.Unreachable _ -> new Exchange.Unreachable();
    };
  }
}
