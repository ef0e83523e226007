package com.hekax.phone.platform.crypto;

/**
 * Sealed bytes that cannot be opened, now or ever: they were sealed for another organization or
 * purpose, or they were changed.
 */
public final class SealBrokenException extends RuntimeException {
  SealBrokenException(String message) {
    super(message);
  }

  SealBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
