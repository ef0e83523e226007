package com.hekax.phone.bridge.backend;

import com.hekax.phone.bridge.conversation.Grant;
import com.hekax.phone.bridge.conversation.Limits;
import com.hekax.phone.bridge.conversation.Snapshot;
import com.hekax.phone.bridge.conversation.Tool;
import com.hekax.phone.bridge.conversation.Tool.Then;
import com.hekax.phone.bridge.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The back end's answer to a token; see docs/api/bridge.md.
 *
 * @param credential what everything else about the call is asked with
 */
record SessionReply(
    Grant grant,
    String credential,
    String turnsPath,
    String reportPath,
    String redirectsPath,
    String hangupsPath) {

  /** The answer that the text is; empty if something is missing without which no call can go on. */
  static Optional<SessionReply> read(String body) {
    return JsonObject.parse(body).map(SessionReply::read).filter(SessionReply::isComplete);
  }

  private static SessionReply read(JsonObject reply) {
    return new SessionReply(
        new Grant(
            reply.text("callId"),
            reply.text("organizationId"),
            reply.isTrue("resumed"),
            reply.text("context"),
            snapshot(reply.object("snapshot"))),
        reply.text("credential"),
        reply.text("turnsPath"),
        reply.text("reportPath"),
        reply.text("redirectsPath"),
        reply.text("hangupsPath"));
  }

  private boolean isComplete() {
    var snapshot = grant.snapshot();
    var texts =
        Stream.of(
            grant.callId(),
            credential,
            snapshot.model(),
            snapshot.transcriptionModel(),
            snapshot.voice(),
            snapshot.greeting());
    var paths = Stream.of(turnsPath, reportPath, redirectsPath, hangupsPath);
    return texts.noneMatch(String::isBlank)
        && paths.allMatch(SessionReply::isPath)
        && snapshot.tools().stream()
            .flatMap(tool -> tool.path().stream())
            .allMatch(SessionReply::isPath);
  }

  /** Whether it stays at our own origin, wherever it leads there. */
  private static boolean isPath(String path) {
    return path.matches("/[A-Za-z0-9._~%/-]+") && !path.startsWith("//");
  }

  private static Snapshot snapshot(JsonObject snapshot) {
    return new Snapshot(
        (int) snapshot.number("version"),
        snapshot.text("model"),
        snapshot.text("transcriptionModel"),
        snapshot.text("voice"),
        snapshot.text("language"),
        snapshot.text("instructions"),
        snapshot.text("greeting"),
        snapshot.text("resumedGreeting"),
        tools(snapshot),
        limits(snapshot.object("limits")));
  }

  private static List<Tool> tools(JsonObject snapshot) {
    return snapshot.objects("tools").stream()
        .map(
            tool ->
                new Tool(
                    tool.text("name"),
                    tool.text("description"),
                    tool.object("parameters").toString(),
                    tool.find("path"),
                    then(tool.text("then"))))
        .toList();
  }

  private static Then then(String then) {
    return switch (then) {
      case "TRANSFER" -> Then.TRANSFER;
      case "END" -> Then.END;
      default -> Then.CONTINUE;
    };
  }

  private static Limits limits(JsonObject limits) {
    return new Limits(
        Duration.ofSeconds(orElse(limits.number("maxCallSeconds"), 1_800)),
        Duration.ofSeconds(orElse(limits.number("checkInAfterSeconds"), 10)),
        (int) (limits.has("checkIns") ? limits.number("checkIns") : 2),
        Duration.ofMillis(orElse(limits.number("toolTimeoutMillis"), 4_000)));
  }

  private static long orElse(long number, long standard) {
    return number > 0 ? number : standard;
  }
}
