package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose turn it is at the model: it makes one response at a time, some by itself when the caller
 * has spoken, and refuses to be asked for another meanwhile. What is asked for at the wrong moment
 * waits, and of several that wait one is asked for.
 */
final class Responses {
  private final Effects effects;
  private Optional<String> active = Optional.empty();
  private Optional<ResponseOrder> requested = Optional.empty();
  private Optional<ResponseOrder> waiting = Optional.empty();
  // What the active one is about, for when it has to be asked for again.
  private ResponseOrder subject = ResponseOrder.answer();
  private boolean callerHasTheFloor;
  // It makes one that it has not told of; asking again at once would go on for ever.
  private boolean untold;
  private final Set<String> discarded = new HashSet<>();

  Responses(Effects effects) {
    this.effects = effects;
  }

  /** Asks for a response as soon as the model is free; see {@link #next}. */
  void ask(ResponseOrder order) {
    if (waiting.isEmpty() || order.purpose().compareTo(waiting.get().purpose()) >= 0) {
      waiting = Optional.of(order);
    }
  }

  /** Sends what waits if the model is free; true if something was sent. */
  boolean next() {
    if (active.isPresent() || requested.isPresent() || untold || waiting.isEmpty()) {
      return false;
    }
    var order = waiting.get();
    if (callerHasTheFloor && isAboutTheCaller(order)) {
      return false;
    }
    waiting = Optional.empty();
    requested = Optional.of(order);
    effects.add(new CreateResponse(order));
    return true;
  }

  /** The caller speaks; the model will answer that by itself. */
  void callerSpeaks() {
    callerHasTheFloor = true;
    // Nobody needs to be asked whether they are there.
    waiting = waiting.filter(order -> order.purpose() != Purpose.CHECK_IN);
  }

  /** The model does not answer what the caller said, so it has to be asked to. */
  void callerWasNotAnswered() {
    callerHasTheFloor = false;
    untold = false;
  }

  void created(String responseId, Optional<Purpose> purpose) {
    active = Optional.of(responseId);
    callerHasTheFloor = false;
    untold = false;
    if (purpose.isPresent()) {
      subject = requested.orElseGet(ResponseOrder::answer);
      requested = Optional.empty();
    } else {
      subject = ResponseOrder.answer();
      // The model began it by itself and has seen all that an answer should be about.
      waiting = waiting.filter(order -> !isAboutTheCaller(order));
    }
  }

  /** The response has ended; returns what it was about. */
  ResponseOrder done(String responseId) {
    active = active.filter(id -> !id.equals(responseId));
    untold = false;
    return subject;
  }

  /** The model was not free after all: the order waits for the end of what it is doing. */
  void refused() {
    var again = requested;
    requested = Optional.empty();
    waiting = waiting.or(() -> again);
    untold = active.isEmpty();
  }

  /** What was asked for never began; returns it. */
  Optional<ResponseOrder> forgetRequest() {
    var forgotten = requested;
    requested = Optional.empty();
    return forgotten;
  }

  /** Something is to come of the model that has not begun. */
  boolean isAwaited() {
    return requested.isPresent() || untold;
  }

  /** Nothing of this response is played from now on. */
  void discard(String responseId) {
    discarded.add(responseId);
  }

  boolean isDiscarded(String responseId) {
    return discarded.contains(responseId);
  }

  Optional<String> active() {
    return active;
  }

  /** What the active response is about. */
  ResponseOrder subject() {
    return subject;
  }

  /** Neither is there a response, nor is one asked for or about to be. */
  boolean isIdle() {
    return active.isEmpty() && requested.isEmpty() && waiting.isEmpty() && !callerHasTheFloor;
  }

  /** The model's session is another now; returns what the old one still owed. */
  Optional<ResponseOrder> modelChanged() {
    var underway = active.map(_ -> subject);
    var floor =
        callerHasTheFloor ? Optional.of(ResponseOrder.answer()) : Optional.<ResponseOrder>empty();
    var owed = waiting.or(() -> requested).or(() -> underway).or(() -> floor);
    active = Optional.empty();
    requested = Optional.empty();
    waiting = Optional.empty();
    callerHasTheFloor = false;
    untold = false;
    discarded.clear();
    return owed;
  }

  private static boolean isAboutTheCaller(ResponseOrder order) {
    return order.purpose().compareTo(Purpose.ANSWER) <= 0;
  }
}
