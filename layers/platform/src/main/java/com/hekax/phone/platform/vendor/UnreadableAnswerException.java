package com.hekax.phone.platform.vendor;

/** A body that is not what its vendor documents. The message does not quote it. */
public final class UnreadableAnswerException extends RuntimeException {
  UnreadableAnswerException(int status, Class<?> type, String why) {
    super("An answer with status " + status + " is no " + type.getSimpleName() + ": " + why);
  }
}
