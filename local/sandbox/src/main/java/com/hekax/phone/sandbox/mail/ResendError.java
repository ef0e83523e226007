package com.hekax.phone.sandbox.mail;

import com.hekax.phone.sandbox.SandboxJson;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;

/**
 * A refusal in Resend's words: {@code {"statusCode", "name", "message"}} (the names of its error
 * page and of its Node SDK 6.38.0, read 2026-11-22).
 */
final class ResendError extends RuntimeException {
  private final int status;
  private final String name;

  private ResendError(int status, String name, String message) {
    super(message);
    this.status = status;
    this.name = name;
  }

  static ResendError of(int status, String name, String message) {
    return new ResendError(status, name, message);
  }

  /** A field whose value is refused. */
  static ResendError invalid(String message) {
    return of(422, "validation_error", message);
  }

  void send(ServerResponse response) {
    var body = new LinkedHashMap<String, Object>();
    body.put("statusCode", status);
    body.put("name", name);
    body.put("message", String.valueOf(getMessage()));
    SandboxJson.send(response, status, body);
  }
}
