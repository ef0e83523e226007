package com.hekax.phone.bridge.conversation;

import java.time.Duration;
import java.util.Optional;

/** Watches that the model does what it was asked for: once it is asked again, not twice. */
final class ResponseWatch {
  private static final Duration LONGEST_SILENCE = Duration.ofMillis(3_500);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Effects effects;
  private boolean awaiting;
  private int silent;
  private int failed;
  private Optional<ResponseOrder> again = Optional.empty();

  ResponseWatch(Effects effects) {
    this.effects = effects;
  }

  /** Something is to come from the model. */
  void await() {
    awaiting = true;
    effects.start(Timer.RESPONSE, LONGEST_SILENCE);
  }

  boolean isAwaiting() {
    return awaiting;
  }

  /** Nothing is to come any more. */
  void stop() {
    if (awaiting) {
      awaiting = false;
      effects.stop(Timer.RESPONSE);
    }
  }

  /** Something came. */
  void alive() {
    silent = 0;
    stop();
  }

  /** A response ended well. */
  void succeeded() {
    failed = 0;
  }

  /** Nothing came in time; true if the model may be asked again. */
  boolean maySilenceBeForgiven() {
    effects.tell(Happening.MODEL_SILENT, silent);
    silent++;
    if (silent > 1) {
      silent = 0;
      return false;
    }
    return true;
  }

  /** A response failed; true if the model is asked for it again after a moment. */
  boolean retries(ResponseOrder order, String code) {
    failed++;
    if (code.equals("insufficient_quota") || failed > 1) {
      return false;
    }
    again = Optional.of(order);
    effects.start(Timer.RESPONSE_RETRY, PAUSE);
    return true;
  }

  /** What is to be asked for again, if anything; once. */
  Optional<ResponseOrder> takeRetry() {
    var order = again;
    again = Optional.empty();
    return order;
  }

  /** Nothing is to be asked for again. */
  boolean isIdle() {
    return again.isEmpty();
  }
}
