package com.hekax.phone.platform.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of a request to somebody else's system. */
public sealed interface Answer {

  /**
   * The other side answered, whatever it said.
   *
   * @param headers by lower-case name; repeated ones joined by a comma
   * @param body as text; empty when there was none
   */
  record Answered(int status, Map<String, String> headers, String body) implements Answer {

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The JSON body as {@code type}; fields that the type does not have are passed over.
     *
     * @throws UnreadableAnswerException if the body is no JSON or has another shape
     */
    public <T> T as(Class<T> type) {
      try {
        var value = VendorJson.MAPPER.readValue(body, type);
        if (value == null) {
          throw new UnreadableAnswerException(status, type, "null");
        }
        return value;
      } catch (JsonProcessingException e) {
        throw new UnreadableAnswerException(status, type, e.getClass().getSimpleName());
      }
    }

    /** Without the body, which may hold personal data: this text may end up in a log. */
    @Override
    public String toString() {
      return "Answered[status=" + status + ", " + body.length() + " characters]";
    }
  }

  /** The other side asks to come back later; it did nothing. */
  record Throttled(Duration retryAfter) implements Answer {}

  /**
   * There was no complete answer.
   *
   * @param reason for logs and support
   * @param maybeReceived the other side may have done what was asked, so a request that must not be
   *     done twice is looked up before it is repeated
   */
  record Unreachable(String reason, boolean maybeReceived) implements Answer {}
}
