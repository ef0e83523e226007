package com.hekax.phone.sandbox.twilio;

import java.util.List;
import java.util.stream.Stream;

/** How callbacks arrive: Twilio sends each apart from the others and promises no order. */
enum CallbackOrder {
  IN_ORDER,
  REVERSED,
  /** Each is repeated at once, as after an answer that was lost on the way. */
  TWICE;

  <T> List<T> of(List<T> callbacks) {
    return switch (this) {
      case IN_ORDER -> callbacks;
      case REVERSED -> callbacks.reversed();
      case TWICE -> callbacks.stream().flatMap(one -> Stream.of(one, one)).toList();
    };
  }
}
