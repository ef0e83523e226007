package com.hekax.phone.contracts;

import java.util.UUID;

/**
 * An id of one kind of thing. The kinds are types, so that a lead's id is never passed for a
 * call's.
 */
public interface Id {

  UUID value();

  /**
   * A UUID in its canonical form, so that an id has one spelling; {@link UUID#fromString} alone
   * accepts shortened groups, signs, and hyphens in other places.
   */
  static UUID uuid(String text) {
    var uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not a UUID");
    }
    return uuid;
  }
}
