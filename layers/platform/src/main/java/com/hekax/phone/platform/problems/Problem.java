package com.hekax.phone.platform.problems;

import java.util.List;

/**
 * What the caller must be told instead of an answer. Thrown anywhere below a route, answered once
 * by it.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;

  private Problem(ProblemType type, String detail, List<FieldError> errors) {
    // No stack trace: a problem is an answer, not a fault of ours.
    super(detail, null, false, false);
    this.type = type;
    this.errors = errors;
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of());
  }

  /** A request whose named fields were wrong. */
  public static Problem invalid(List<FieldError> errors) {
    var first = errors.getFirst();
    return new Problem(
        ProblemType.INVALID_REQUEST, first.field() + ": " + first.message(), List.copyOf(errors));
  }

  /** A request with one wrong field. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
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
}
