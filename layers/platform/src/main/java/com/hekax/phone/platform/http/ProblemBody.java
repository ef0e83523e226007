package com.hekax.phone.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.problems.FieldError;
import com.hekax.phone.platform.problems.Problem;
import java.util.List;

/** A problem as RFC 9457 writes it, with our {@code code}, {@code requestId} and {@code errors}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String requestId,
    List<FieldError> errors) {

  static ApiResponse answer(Problem problem, String requestId) {
    var type = problem.type();
    var body =
        new ProblemBody(
            "about:blank",
            type.title(),
            type.status(),
            problem.detail(),
            type.name(),
            requestId,
            problem.errors());
    var answer = ApiResponse.text(type.status(), "application/problem+json", Json.write(body));
    var wait = problem.retryAfter();
    // Whole seconds, and none too few: who comes back in time is let in.
    return wait.isZero()
        ? answer
        : answer.header("retry-after", Long.toString(wait.plusMillis(999).toSeconds()));
  }
}
