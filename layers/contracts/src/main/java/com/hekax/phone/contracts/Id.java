package com.hekax.phone.contracts;

import java.util.UUID;

/**
 * An id of one kind of thing. The kinds are types, so that a lead's id is never passed for a
 * call's.
 */
public interface Id {

  UUID value();

  /**
   * A UUID in its canonical form of 36 characters; {@link UUID#fromString} alone accepts shortened
   * ones.
   */
  static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }
}
