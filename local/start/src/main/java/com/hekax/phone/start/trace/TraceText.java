package com.hekax.phone.start.trace;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A story as people read it: a line a step. */
final class TraceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  static void print(CallTrace trace, PrintStream output) {
    output.printf("Call %s, %s%n", trace.callId(), String.join(", ", trace.callSids()));
    for (var step : trace.steps()) {
      var line =
          "%s  %+9.3f s  %-38s %-52s %9s  %s"
              .formatted(
                  TIME.format(step.at()),
                  step.offsetMillis() / 1000.0,
                  step.where(),
                  step.what(),
                  step.millis().map(millis -> millis + " ms").orElse(""),
                  step.outcome());
      output.println(line.stripTrailing());
    }
  }

  private TraceText() {}
}
