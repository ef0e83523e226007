package com.hekax.phone.runner.aws;

import java.util.Map;

/** The answer of an AWS API. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] EMPTY = {};

  public static AwsResponse empty(int status) {
    return new AwsResponse(status, Map.of(), EMPTY);
  }
}
