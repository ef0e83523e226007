package com.hekax.phone.platform.http;

import com.hekax.phone.platform.problems.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first answer to a request with an idempotency key.
 *
 * @param requestHash of the request it answered
 * @param body empty when there was none, or when it held a secret that is shown once
 */
public record KeptAnswer(
    String requestHash, int status, Optional<String> location, Optional<String> body) {

  /** The same answer again, for the same request. */
  ApiResponse to(String hash) {
    if (!hash.equals(requestHash)) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(
          "This key was sent with another request before. Use a new key for a new request.");
    }
    if (body.isEmpty() && status != 204) {
      throw ProblemType.SHOWN_ONCE.because(
          "The request was carried out before%s. Its answer holds a secret and is not kept.",
          location.map(" and made "::concat).orElse(""));
    }
    var headers = new HashMap<String, String>(Map.of("idempotency-replayed", "true"));
    body.ifPresent(_ -> headers.put("content-type", "application/json"));
    location.ifPresent(path -> headers.put("location", path));
    return new ApiResponse(status, headers, List.of(), body, false);
  }
}
