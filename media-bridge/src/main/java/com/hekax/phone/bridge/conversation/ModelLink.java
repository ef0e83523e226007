package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.CloseModel;
import com.hekax.phone.bridge.conversation.Effect.OpenModel;
import com.hekax.phone.bridge.conversation.Effect.UpdateSession;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The way to the model: opening it, setting it up, and opening it again when it breaks, but not for
 * ever, because the caller waits meanwhile.
 */
final class ModelLink {
  private static final Duration FIRST_CONNECT = Duration.ofSeconds(4);
  private static final Duration SECOND_CONNECT = Duration.ofSeconds(2);
  private static final Duration CONFIGURE = Duration.ofSeconds(3);

  /** A session of the model ends after an hour; ours is replaced before. */
  private static final Duration SESSION_AGE = Duration.ofMinutes(55);

  /** A second loss within this time means that trying again does not help. */
  private static final long LOSS_MEMORY_MS = 60_000;

  private static final int MOST_ATTEMPTS = 2;
  private static final int SHORTEST_PAUSE_MS = 300;
  private static final int LONGEST_PAUSE_MS = 800;

  /** How far it has come. */
  enum State {
    CLOSED,
    CONNECTING,
    OPEN,
    CONFIGURING,
    READY,
    PAUSING,
    GIVEN_UP
  }

  private final Effects effects;
  private State state = State.CLOSED;
  private String model = "";
  private int attempts;
  private OptionalLong lostAtMillis = OptionalLong.empty();

  ModelLink(Effects effects) {
    this.effects = effects;
  }

  State state() {
    return state;
  }

  boolean isReady() {
    return state == State.READY;
  }

  String model() {
    return model;
  }

  void open(String newModel) {
    if (!newModel.equals(model)) {
      attempts = 0;
    }
    model = newModel;
    attempts++;
    state = State.CONNECTING;
    effects.add(new OpenModel(model));
    effects.start(Timer.MODEL_CONNECT, attempts == 1 ? FIRST_CONNECT : SECOND_CONNECT);
  }

  /** The pause before another attempt is over. */
  void reopen() {
    if (state == State.PAUSING) {
      open(model);
    }
  }

  /** The model's session exists; false if that was not awaited. */
  boolean opened() {
    if (state != State.CONNECTING) {
      return false;
    }
    effects.stop(Timer.MODEL_CONNECT);
    state = State.OPEN;
    return true;
  }

  void configure(Grant grant) {
    state = State.CONFIGURING;
    effects.add(new UpdateSession(grant.instructions(), grant.snapshot()));
    effects.start(Timer.MODEL_CONFIGURE, CONFIGURE);
  }

  void ready() {
    effects.stop(Timer.MODEL_CONFIGURE);
    effects.start(Timer.SESSION_AGE, SESSION_AGE);
    state = State.READY;
    attempts = 0;
  }

  /**
   * An attempt failed; true if another one is made.
   *
   * @param status of HTTP; 0 when there was no answer
   * @param spread any number that differs between calls, so that they do not all come back at once
   */
  boolean failed(int status, int spread) {
    stopTimers();
    boolean permanent = status == 401 || status == 403 || status == 404;
    if (permanent || attempts >= MOST_ATTEMPTS) {
      giveUp();
      return false;
    }
    if (status == 0) {
      open(model);
    } else {
      state = State.PAUSING;
      int range = LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS + 1;
      effects.start(
          Timer.MODEL_RETRY, Duration.ofMillis(SHORTEST_PAUSE_MS + Math.floorMod(spread, range)));
    }
    return true;
  }

  /** A session that worked was lost; true if another one is opened. */
  boolean lost(long now) {
    stopTimers();
    boolean again = lostAtMillis.isPresent() && now - lostAtMillis.getAsLong() < LOSS_MEMORY_MS;
    lostAtMillis = OptionalLong.of(now);
    if (again) {
      giveUp();
      return false;
    }
    open(model);
    return true;
  }

  /** Replaces a session that is about to end by a new one. */
  void renew() {
    stopTimers();
    open(model);
  }

  void close() {
    if (state != State.CLOSED && state != State.GIVEN_UP) {
      stopTimers();
      effects.add(new CloseModel());
      state = State.CLOSED;
    }
  }

  private void giveUp() {
    effects.add(new CloseModel());
    state = State.GIVEN_UP;
  }

  private void stopTimers() {
    switch (state) {
      case CONNECTING -> effects.stop(Timer.MODEL_CONNECT);
      case CONFIGURING -> effects.stop(Timer.MODEL_CONFIGURE);
      case PAUSING -> effects.stop(Timer.MODEL_RETRY);
      case READY -> effects.stop(Timer.SESSION_AGE);
      case CLOSED, OPEN, GIVEN_UP -> {}
    }
  }
}
