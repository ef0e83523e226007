package com.hekax.phone.live;

import com.hekax.phone.platform.json.Json;
import java.time.Instant;

/**
 * One message to a page.
 *
 * @param v the form of this record
 * @param type what happened, for example {@code lead.captured}
 * @param at when it happened
 */
public record Frame(int v, String type, Instant at, Object data) {

  public static Frame of(String type, Instant at, Object data) {
    return new Frame(1, type, at, data);
  }

  public String json() {
    return Json.write(this);
  }
}
