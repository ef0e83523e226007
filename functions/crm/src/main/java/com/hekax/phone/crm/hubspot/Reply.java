package com.hekax.phone.crm.hubspot;

import com.hekax.phone.platform.vendor.SyncOutcome;
import java.util.function.Function;

/** What HubSpot said to one question. */
public sealed interface Reply<T> {

  /** It did what was asked, or told what was asked for. */
  record Done<T>(T value) implements Reply<T> {}

  /** There is no such thing (404). */
  record Missing<T>() implements Reply<T> {}

  /**
   * What must be unique is another's (409).
   *
   * @param existingId whose; empty when it does not say
   */
  record Taken<T>(String existingId) implements Reply<T> {}

  /**
   * Anything else.
   *
   * @param outcome never {@link SyncOutcome.Saved}
   */
  record Failed<T>(SyncOutcome outcome) implements Reply<T> {}

  /** The next question, when this one was answered. */
  default <R> Reply<R> then(Function<T, Reply<R>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Missing<T> _ -> new Missing<>();
      case Taken<T>(var existingId) -> new Taken<>(existingId);
      case Failed<T>(var outcome) -> new Failed<>(outcome);
    };
  }

  /** The same reply about something that is read from the answer. */
  default <R> Reply<R> map(Function<T, R> read) {
    return then(value -> new Done<>(read.apply(value)));
  }
}
