package com.hekax.phone.platform.secrets;

/** A secret could not be had. The message names it and says why, and never holds its content. */
public final class SecretUnavailableException extends RuntimeException {
  SecretUnavailableException(String message) {
    super(message);
  }

  SecretUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
