package com.hekax.phone.bridge.conversation;

import java.util.Optional;

/**
 * What a mark says when it returns.
 *
 * @param generation of the playback; one of before a clear was dropped, not played
 * @param playedMs so much of the item lies before the mark
 */
record Mark(int generation, String itemId, int playedMs) {

  /** As Twilio carries it, for example {@code g3:item_9:1840}. */
  String name() {
    return "g" + generation + ':' + itemId + ':' + playedMs;
  }

  /** The mark of this name; empty when it is not one of ours. */
  static Optional<Mark> named(String name) {
    int first = name.indexOf(':');
    int last = name.lastIndexOf(':');
    if (first < 2 || last <= first + 1 || name.charAt(0) != 'g') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Mark(
              Integer.parseInt(name.substring(1, first)),
              name.substring(first + 1, last),
              Integer.parseInt(name.substring(last + 1))));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
