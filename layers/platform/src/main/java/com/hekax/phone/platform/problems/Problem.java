package com.hekax.phone.platform.problems;

import java.time.Duration;
import java.util.List;

/**
 * What the caller must be told instead of an answer. Thrown anywhere below a route, answered once
 * by it.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;
  private final Duration wait;

  private Problem(ProblemType type, String detail, List<FieldError> errors, Duration wait) {
    // No stack trace: a problem is an answer, not a fault of ours.
    super(detail, null, false, false);
    this.type = type;
    this.errors = errors;
    this.wait = wait;
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Duration.ZERO);
  }

  /** A request whose named fields were wrong. */
  public static Problem invalid(List<FieldError> errors) {
    var first = errors.getFirst();
    return new Problem(
        ProblemType.INVALID_REQUEST,
        first.field() + ": " + first.message(),
        List.copyOf(errors),
        Duration.ZERO);
  }

  /** A request with one wrong field. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** The same, with how long to wait before asking again. */
  public Problem after(Duration wait) {
    return new Problem(type, detail(), errors, wait);
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** How long to wait before asking again; zero when waiting is of no use. */
  public Duration retryAfter() {
    return wait;
  }
}
