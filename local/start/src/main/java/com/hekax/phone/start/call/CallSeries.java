package com.hekax.phone.start.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.start.StartException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls one after the other: a failure is noted and the next call is made. */
final class CallSeries {
  private final ScriptedCall call;
  private final Consumer<Run> listener;

  /**
   * A series of calls to one business.
   *
   * @param listener told of each when it and what it set off are over
   */
  CallSeries(ScriptedCall call, Consumer<Run> listener) {
    this.call = call;
    this.listener = listener;
  }

  /**
   * One call of it.
   *
   * @param number from 1 on, of its script
   * @param callSid as Twilio names it; empty when it could not be told how the call went
   * @param callId as the business names it
   * @param missing what should be there and is not
   * @param millis that it and what it set off took
   * @param failure why it could not be told how the call went
   */
  record Run(
      String script,
      int number,
      Optional<String> callSid,
      Optional<String> callId,
      long millis,
      Set<Expected> missing,
      Optional<String> failure) {

    @JsonProperty
    boolean passed() {
      return missing.isEmpty() && failure.isEmpty();
    }
  }

  /** All of them, each script so many times. */
  List<Run> run(List<Script> scripts, int times, Map<String, String> how)
      throws IOException, InterruptedException {
    var runs = new ArrayList<Run>();
    for (var script : scripts) {
      for (int number = 1; number <= times; number++) {
        var run = run(script, number, how);
        runs.add(run);
        listener.accept(run);
      }
    }
    return List.copyOf(runs);
  }

  private Run run(Script script, int number, Map<String, String> how)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try {
      var report = call.run(script, how);
      return new Run(
          script.word(),
          number,
          Optional.of(report.spoken().path("callSid").asText()),
          report.callId(),
          millisSince(begun),
          report.missing(script.expected()),
          Optional.empty());
    } catch (StartException told) {
      return new Run(
          script.word(),
          number,
          Optional.empty(),
          Optional.empty(),
          millisSince(begun),
          EnumSet.noneOf(Expected.class),
          Optional.of(String.valueOf(told.getMessage())));
    }
  }

  private static long millisSince(long begun) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }
}
