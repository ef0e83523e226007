package com.hekax.phone.runner.aws;

/** A refusal as AWS words it: a status and a code that the SDK turns into an exception type. */
public final class AwsException extends RuntimeException {
  private final int status;
  private final String code;

  public AwsException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
