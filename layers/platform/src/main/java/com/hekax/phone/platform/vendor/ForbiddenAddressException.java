package com.hekax.phone.platform.vendor;

/** An address that a user gave and that we do not connect to. */
public final class ForbiddenAddressException extends RuntimeException {
  private final String reason;

  ForbiddenAddressException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong with the address, in words for the user who gave it. */
  public String reason() {
    return reason;
  }
}
