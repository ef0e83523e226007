package com.hekax.phone.platform.crypto;

/**
 * Sealed bytes that cannot be opened: they were sealed for another organization or purpose, or
 * changed, and so never can; or their key is missing here, as {@link SealKeyUnknownException} says.
 */
public sealed class SealBrokenException extends RuntimeException permits SealKeyUnknownException {
  SealBrokenException(String message) {
    super(message);
  }

  SealBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
