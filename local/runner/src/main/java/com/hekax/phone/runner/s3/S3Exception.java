package com.hekax.phone.runner.s3;

/** A refusal of S3, which words its errors in XML. */
final class S3Exception extends RuntimeException {
  private final int status;
  private final String code;

  S3Exception(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
