package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.scenarios.deliveries.Rows.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What deliveries in disorder and outages may change, and why. All else is the same. */
enum Allowed {
  CALL_VERSION(
      "calls", "version", "counts the writes, and the order of events decides how many it takes"),
  LEG_VERSION("call_legs", "version", "counts the writes, as that of the call"),
  REPEATED_ANSWERS(
      "bridge_sessions", "earlier_token_hashes", "keeps the answers that Twilio asked for again"),
  REPEATED_SESSION(
      "bridge_sessions",
      "repeated_credential_hash",
      "keeps the answer that the bridge asked for again"),
  PAUSE(
      "webhooks", "paused_until", "has passed: a receiver that was down was left alone until then"),
  LOGGED_REQUEST("audit_log", "request_id", "names the one request that made the change"),
  ATTEMPTS("deliveries", "attempts", "a receiver that was down was asked more than once"),
  ATTEMPT("delivery_attempts", "is asked for by DeliveryLog: a row for each time"),
  FRAME_NUMBERS("live_sequences", "counts the frames, of which Latest compares the last");

  private final String table;

  /** Empty for all rows of the table. */
  private final Optional<String> column;

  Allowed(String table, String column, String reason) {
    this(table, Optional.of(column), reason);
  }

  Allowed(String table, String reason) {
    this(table, Optional.empty(), reason);
  }

  Allowed(String table, Optional<String> column, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(table + " needs a reason");
    }
    this.table = table;
    this.column = column;
  }

  static boolean is(String table) {
    return Arrays.stream(values()).anyMatch(one -> one.table.equals(table) && one.column.isEmpty());
  }

  /** Whether a change of a row is of nothing else. */
  static boolean all(String table, JsonNode changed) {
    return changed.propertyStream().allMatch(column -> columns(table).contains(column.getKey()));
  }

  /**
   * Whether it is the way back for a caller who was cut off and never came. Who hangs up the moment
   * after the line was lost is gone before or after Twilio has asked how to go on.
   */
  static boolean isWayBackForNobody(Row row) {
    return row.table().equals("bridge_sessions")
        && row.values().path("came_back").asText().equals("STREAM_LOST")
        && row.values().path("stream_sid").isNull();
  }

  static List<String> columns(String table) {
    return Arrays.stream(values())
        .filter(one -> one.table.equals(table))
        .flatMap(one -> one.column.stream())
        .toList();
  }
}
