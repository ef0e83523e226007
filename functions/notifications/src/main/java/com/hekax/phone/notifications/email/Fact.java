package com.hekax.phone.notifications.email;

import java.util.Optional;

/**
 * One line of what is known.
 *
 * @param link where the text leads, for example {@code tel:+14155550132}
 */
record Fact(String label, String text, Optional<String> link) {

  static Fact of(String label, String text) {
    return new Fact(label, text, Optional.empty());
  }
}
