package com.hekax.phone.sandbox.twilio.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A request that Twilio does not fulfil. */
final class RestException extends Exception {
  static final int UNAUTHORIZED = 20003;
  static final int NOT_FOUND = 20404;

  /** Used where no number of a parameter's own is documented. */
  static final int INVALID_PARAMETER = 20001;

  private final int status;
  private final int code;

  RestException(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** What the client is told. */
  record Body(int code, String message, @JsonProperty("more_info") String moreInfo, int status) {}

  static RestException invalid(int code, String message) {
    return new RestException(400, code, message);
  }

  static RestException notFound(String path) {
    return new RestException(404, NOT_FOUND, "The requested resource " + path + " was not found");
  }

  int status() {
    return status;
  }

  Body body() {
    return new Body(
        code, String.valueOf(getMessage()), "https://www.twilio.com/docs/errors/" + code, status);
  }
}
