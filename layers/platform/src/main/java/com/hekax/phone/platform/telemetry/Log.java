package com.hekax.phone.platform.telemetry;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The log: each call writes one JSON line to standard output.
 *
 * <pre>{@code
 * Log.info("A webhook was delivered", field("webhookId", id), field("status", 200));
 * }</pre>
 *
 * A line holds {@code timestamp}, {@code level}, {@code message}, what {@link LogContext} knows,
 * and the fields. The message is a fixed sentence, which the compiler checks, so that lines can be
 * counted and found by it; what varies stands in the fields. Never log a phone number, an e-mail
 * address, a transcript or a secret.
 */
public final class Log {
  private static final Set<String> FRAME =
      Set.of(
          "timestamp",
          "level",
          "message",
          "service",
          "function",
          "requestId",
          "correlationId",
          "organizationId",
          "logger",
          "error");

  private static volatile Consumer<String> sink = Log::toStandardOutput;

  private Log() {}

  public static void info(@CompileTimeConstant String sentence, Field... fields) {
    write("INFO", sentence, fields);
  }

  /** Something went wrong that the system deals with by itself. */
  public static void warn(@CompileTimeConstant String sentence, Field... fields) {
    write("WARN", sentence, fields);
  }

  /** Something went wrong that the system deals with by itself. */
  public static void warn(@CompileTimeConstant String sentence, Throwable cause, Field... fields) {
    write("WARN", sentence, cause, fields);
  }

  /** Something went wrong that a person must look at. */
  public static void error(@CompileTimeConstant String sentence, Field... fields) {
    write("ERROR", sentence, fields);
  }

  /** Something went wrong that a person must look at. */
  public static void error(@CompileTimeConstant String sentence, Throwable cause, Field... fields) {
    write("ERROR", sentence, cause, fields);
  }

  /**
   * Sends all lines of this JVM, metrics too, to {@code newSink} from now on: for the local runner,
   * whose console is not a log, and for tests. The sink may be called by several threads at once.
   */
  public static void to(Consumer<String> newSink) {
    sink = newSink;
  }

  /** Sends all lines to standard output again. */
  public static void toConsole() {
    sink = Log::toStandardOutput;
  }

  /** A line that a library wrote: its text is not ours, so what looks like a person is masked. */
  static void relay(String level, String logger, String text) {
    emit(start(level, Masked.text(text)).put("logger", logger).end());
  }

  /** A line that a library wrote about a failure. */
  static void relay(String level, String logger, String text, Throwable cause) {
    emit(
        start(level, Masked.text(text))
            .put("logger", logger)
            .putJson("error", ErrorJson.of(cause))
            .end());
  }

  static void emit(String line) {
    sink.accept(line);
  }

  private static void write(String level, String sentence, Field... fields) {
    emit(withFields(start(level, sentence), fields).end());
  }

  private static void write(String level, String sentence, Throwable cause, Field... fields) {
    emit(withFields(start(level, sentence), fields).putJson("error", ErrorJson.of(cause)).end());
  }

  private static JsonLine start(String level, String message) {
    var line =
        new JsonLine().put("timestamp", Instant.now()).put("level", level).put("message", message);
    return LogContext.current().writeTo(line);
  }

  private static JsonLine withFields(JsonLine line, Field... fields) {
    for (var field : fields) {
      // JSON does not say which of two equal names counts: the frame's own stays the only one.
      var name = FRAME.contains(field.name()) ? field.name() + "_" : field.name();
      line.put(name, field.value());
    }
    return line;
  }

  /** Asks for {@code System.out} each time: Lambda's runtime replaces it while it starts. */
  @SuppressWarnings("SystemOut")
  private static void toStandardOutput(String line) {
    System.out.println(line);
  }
}
