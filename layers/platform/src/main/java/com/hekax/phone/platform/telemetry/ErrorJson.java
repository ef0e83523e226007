package com.hekax.phone.platform.telemetry;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An exception for the log: class, message and the top of the stack, then those of its causes. The
 * message is masked, because drivers and vendors quote the values they refuse.
 */
final class ErrorJson {
  private static final int FRAMES = 12;
  private static final int CAUSES = 4;

  private ErrorJson() {}

  static String of(Throwable thrown) {
    return of(thrown, CAUSES);
  }

  private static String of(Throwable thrown, int causesLeft) {
    var json =
        new JsonLine()
            .put("class", thrown.getClass().getName())
            .put("message", Masked.text(message(thrown.getMessage())))
            .put("stack", stack(thrown.getStackTrace()));
    var cause = thrown.getCause();
    if (cause != null && causesLeft > 0) {
      json.putJson("cause", of(cause, causesLeft - 1));
    }
    return json.end();
  }

  private static String message(@Nullable String message) {
    return message == null ? "" : message;
  }

  private static String stack(StackTraceElement[] trace) {
    var lines = new ArrayList<String>(FRAMES + 1);
    for (int i = 0; i < trace.length && i < FRAMES; i++) {
      var frame = trace[i];
      lines.add(
          frame.getClassName()
              + '.'
              + frame.getMethodName()
              + '('
              + frame.getFileName()
              + ':'
              + frame.getLineNumber()
              + ')');
    }
    if (trace.length > FRAMES) {
      lines.add("and " + (trace.length - FRAMES) + " more");
    }
    return String.join("\n", lines);
  }
}
