package com.hekax.phone.start.trace;

import com.hekax.phone.start.trace.LogFiles.Line;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The story of one call.
 *
 * @param callId as the product names it
 * @param callSids as Twilio names its legs
 * @param steps in the order in which they began
 */
record CallTrace(String callId, Set<String> callSids, List<TraceStep> steps) {
  private static final String CALL_ID = "callId";
  private static final String CALL_SID = "callSid";
  private static final String CORRELATION_ID = "correlationId";

  /**
   * Reads it.
   *
   * @param call the product's id or Twilio's
   * @return empty when no line is of such a call
   */
  static Optional<CallTrace> read(LogFiles logs, String call) throws IOException {
    var callId = call.startsWith("CA") ? callIdOf(logs, call) : Optional.of(call);
    return callId.isPresent() ? of(logs, callId.get()) : Optional.empty();
  }

  /** Lines of a leg, and the bridge's, name both. */
  private static Optional<String> callIdOf(LogFiles logs, String callSid) throws IOException {
    return logs.mentioning(callSid).stream()
        .filter(line -> line.text(CALL_SID).equals(callSid))
        .map(line -> line.text(CALL_ID))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  private static Optional<CallTrace> of(LogFiles logs, String callId) throws IOException {
    var lines =
        logs.mentioning(callId).stream()
            .filter(
                line ->
                    line.text(CORRELATION_ID).equals(callId) || line.text(CALL_ID).equals(callId))
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var begin = lines.stream().map(TraceStep::beginOf).min(Comparator.naturalOrder());
    var steps =
        lines.stream()
            .map(line -> TraceStep.of(line, begin.orElseThrow()))
            .sorted(Comparator.comparing(TraceStep::at))
            .toList();
    return Optional.of(new CallTrace(callId, callSids(lines), steps));
  }

  private static Set<String> callSids(List<Line> lines) {
    var sids = new LinkedHashSet<String>();
    for (var line : lines) {
      if (!line.text(CALL_SID).isEmpty()) {
        sids.add(line.text(CALL_SID));
      }
    }
    return sids;
  }
}
