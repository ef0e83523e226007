package com.hekax.phone.start.trace;

import com.hekax.phone.start.trace.LogFiles.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that happened. Only fields that we write ourselves are told, and none that could hold
 * what a person said or how to reach them.
 *
 * @param at when it began
 * @param offsetMillis since the first step
 * @param where the domain and the function, or {@code media-bridge}
 * @param millis how long it took, where that is known
 * @param outcome how it went; empty when the sentence says all
 */
record TraceStep(
    Instant at,
    long offsetMillis,
    String where,
    String what,
    Optional<Long> millis,
    String outcome) {
  private static final String MILLIS = "millis";

  /** Fields that say how it went, as they are read one after the other. */
  private static final List<String> OUTCOME = List.of("status", "outcome", "detail");

  static TraceStep of(Line line, Instant begin) {
    var at = beginOf(line);
    return new TraceStep(
        at,
        Duration.between(begin, at).toMillis(),
        where(line),
        what(line),
        line.fields().has(MILLIS)
            ? Optional.of(line.fields().path(MILLIS).asLong())
            : Optional.empty(),
        outcome(line));
  }

  /** A line is written when something is over. */
  static Instant beginOf(Line line) {
    return Instant.parse(line.text("timestamp")).minusMillis(line.fields().path(MILLIS).asLong(0));
  }

  private static String where(Line line) {
    return line.ofBridge() ? "media-bridge" : line.text("service") + "/" + functionOf(line);
  }

  /** As the template calls it: the stack stands before it. */
  private static String functionOf(Line line) {
    var name = line.text("function");
    return name.substring(name.lastIndexOf('-') + 1).replaceFirst("Function$", "");
  }

  private static String what(Line line) {
    var message = line.text("message");
    return switch (message) {
      case "A request was answered" -> line.text("route");
      case "An event was announced" -> "announces " + line.text("type");
      case "An event was handled" -> line.text("consumer") + " hears " + line.text("type");
      case "A vendor was asked" -> "asks " + line.text("vendor") + " to " + line.text("method");
      case "A notification was tried" ->
          "notifies by %s, attempt %s".formatted(line.text("channel"), line.text("attempt"));
      case "A lead was brought to the CRM" ->
          "brings the lead to the CRM, attempt " + line.text("attempt");
      default -> message;
    };
  }

  private static String outcome(Line line) {
    var level = line.text("level");
    var outcome =
        OUTCOME.stream()
            .map(line::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return level.equals("INFO") ? outcome : (level + " " + outcome).strip();
  }
}
