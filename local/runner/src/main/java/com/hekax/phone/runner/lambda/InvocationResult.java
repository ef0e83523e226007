package com.hekax.phone.runner.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How one invocation ended. */
public sealed interface InvocationResult {
  /** The function's answer, byte for byte. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Success(byte[] payload) implements InvocationResult {}

  /** What Lambda tells a caller about a function that threw, timed out or could not start. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Failure(byte[] payload) implements InvocationResult {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An error of the platform itself. */
    public static Failure of(String type, String message) {
      return of(Map.of("errorType", type, "errorMessage", message));
    }

    static Failure of(Throwable thrown) {
      return of(describe(thrown));
    }

    /** The payload as text, for logs. */
    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    private static Failure of(Map<String, Object> error) {
      try {
        return new Failure(JSON.writeValueAsBytes(error));
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static Map<String, Object> describe(Throwable thrown) {
      var error = new LinkedHashMap<String, Object>();
      error.put("errorMessage", String.valueOf(thrown.getMessage()));
      error.put("errorType", thrown.getClass().getName());
      error.put(
          "stackTrace",
          Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::toString).toList());
      if (thrown.getCause() != null) {
        error.put("cause", describe(thrown.getCause()));
      }
      return error;
    }
  }

  /** No environment was to be had: the function's reserved concurrency is used up. */
  record Throttled() implements InvocationResult {}
}
