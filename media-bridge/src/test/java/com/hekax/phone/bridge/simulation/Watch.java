package com.hekax.phone.bridge.simulation;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import com.hekax.phone.bridge.conversation.EndReason;
import com.hekax.phone.bridge.conversation.Limits;
import com.hekax.phone.bridge.conversation.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at a call from outside and notes what must not be. */
final class Watch {
  /** Nobody is left waiting for longer without anything being done about it. */
  private static final long PATIENCE_MS = 4_000;

  /** Frames, wires and the model's own detection of a pause take time, too. */
  private static final long SLACK_MS = 800;

  private final VirtualTime time;
  private final Limits limits;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private final Map<String, Turn> turns = new HashMap<>();
  private final List<Integer> truncateErrors = new ArrayList<>();
  private long callerUntil;
  private long lastAction;
  private boolean leaving;
  private final List<EndReason> reports = new ArrayList<>();
  private boolean finished;

  Watch(VirtualTime time, Limits limits) {
    this.time = time;
    this.limits = limits;
    this.lastAction = time.now();
  }

  @FormatMethod
  void check(boolean holds, @FormatString String fault, Object... arguments) {
    if (!holds) {
      faults.add(time.now() - 1_000_000 + " ms: " + fault.formatted(arguments));
    }
  }

  // ---- silence ----

  void callerSpeaks(long until) {
    callerUntil = until;
  }

  /** Something is being done for the caller. */
  void action() {
    lastAction = time.now();
  }

  /** The call leaves us: what comes now is up to the back end and Twilio. */
  void leaving() {
    leaving = true;
  }

  /** We stay after all: the caller could not be put through. */
  void staying() {
    leaving = false;
    lastAction = time.now();
  }

  boolean isLeaving() {
    return leaving || finished;
  }

  /** Looks at the line as it is now. */
  void look(SimulatedLine line, boolean granted) {
    if (!granted || isLeaving() || line.isClosed() || line.sounds() || callerUntil > time.now()) {
      return;
    }
    boolean owed = callerUntil >= line.playsUntil();
    long quiet = time.now() - Math.max(Math.max(callerUntil, line.playsUntil()), lastAction);
    long most = (owed ? PATIENCE_MS : limits.checkInAfter().toMillis()) + SLACK_MS;
    if (quiet > most) {
      check(
          false,
          "nothing was done for %d ms (%s)",
          quiet,
          owed ? "the caller waits" : "nobody speaks");
      lastAction = time.now();
    }
  }

  // ---- tools ----

  /** The conversation hears now that the model asks for a tool. */
  void asked(String callId, SimulatedModel by) {
    time.after(
        limits.tool().toMillis() + SLACK_MS,
        () ->
            check(
                answered.contains(callId) || by.isClosed() || isLeaving(),
                "%s was not answered",
                callId));
  }

  void answered(String callId) {
    check(answered.add(callId), "%s was answered twice", callId);
  }

  // ---- turns and the end ----

  void saved(Turn turn) {
    turns.put(turn.itemId(), turn);
  }

  /** What the model believes to have been heard, and was not; or the other way round. */
  void truncatedOffBy(int milliseconds) {
    truncateErrors.add(Math.abs(milliseconds));
  }

  List<Integer> truncateErrors() {
    return truncateErrors;
  }

  void reported(EndReason reason) {
    reports.add(reason);
    check(reports.size() == 1, "reported %s", reports);
  }

  /** Why the call ended, as it was reported. */
  Optional<EndReason> endReason() {
    return reports.stream().findFirst();
  }

  void finished() {
    check(!finished, "finished twice");
    finished = true;
  }

  void nothingAfterEnd(Object effect) {
    check(!finished, "%s after the end", effect.getClass().getSimpleName());
  }

  /** All is over: what was saved stands in the order in which the sessions had it. */
  List<String> faults(List<SimulatedModel> sessions, boolean granted) {
    check(finished, "never ended");
    check(!granted || reports.size() == 1, "reported %s", reports);
    var expected =
        sessions.stream()
            .flatMap(model -> model.items().stream())
            .filter(turns::containsKey)
            .toList();
    var saved =
        turns.values().stream()
            .sorted(Comparator.comparingInt(Turn::position))
            .map(Turn::itemId)
            .filter(expected::contains)
            .toList();
    check(saved.equals(expected), "turns are %s, but were spoken %s", saved, expected);
    return faults;
  }
}
