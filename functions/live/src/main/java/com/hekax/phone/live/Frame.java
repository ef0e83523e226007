package com.hekax.phone.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * One message to a page.
 *
 * @param v the form of this record
 * @param seq its number among those of its organization, which have no holes; an answer to one page
 *     alone has none
 * @param type what happened, for example {@code lead.captured}
 * @param at when it happened
 */
public record Frame(
    int v,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> seq,
    String type,
    Instant at,
    JsonNode data) {

  /** An answer to one page. */
  public static Frame answer(String type, Instant at, Object data) {
    return new Frame(1, Optional.empty(), type, at, Json.MAPPER.valueToTree(data));
  }

  static Frame numbered(long seq, String type, Instant at, JsonNode data) {
    return new Frame(1, Optional.of(seq), type, at, data);
  }

  public String json() {
    return Json.write(this);
  }
}
