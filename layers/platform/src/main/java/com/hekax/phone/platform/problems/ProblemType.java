package com.hekax.phone.platform.problems;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/**
 * The whole catalogue of what can be wrong with a request. The name is the problem's {@code code}.
 */
public enum ProblemType {
  INVALID_REQUEST(400, "The request does not match the API document"),
  UNAUTHENTICATED(401, "Sign in first"),
  INVALID_TOKEN(401, "The token is not good"),
  FORBIDDEN(403, "Not allowed"),
  PLAN_LIMIT(403, "The plan does not include this"),
  NOT_FOUND(404, "Not found"),
  CONFLICT(409, "Somebody was faster"),
  LIMIT_REACHED(409, "There are as many as there may be"),
  SHOWN_ONCE(409, "Already done, and its secret is shown once"),
  EMAIL_TAKEN(409, "This e-mail address has an account"),
  LAST_OWNER(409, "An organization keeps an owner"),
  LINK_INVALID(410, "The link is not good any more"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Something broke on our side"),
  UNAVAILABLE(503, "Another service cannot do this now");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** A problem of this type; {@code detail} tells people what was wrong and what to do. */
  @FormatMethod
  public Problem because(@FormatString String detail, Object... arguments) {
    return Problem.of(this, detail.formatted(arguments));
  }
}
