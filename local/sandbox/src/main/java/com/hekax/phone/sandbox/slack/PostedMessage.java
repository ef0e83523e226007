package com.hekax.phone.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message in a channel.
 *
 * @param ts seconds and microseconds since 1970, which no other message of the channel has
 */
record PostedMessage(String ts, Instant at, Content content) {

  /**
   * What was written.
   *
   * @param blocks and {@code metadata}: missing nodes where there are none
   */
  record Content(String text, JsonNode blocks, JsonNode metadata) {}

  /**
   * As the API shows it.
   *
   * @param withMetadata metadata is shown to whoever asks for it
   */
  Map<String, Object> json(boolean withMetadata) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "message");
    json.put("subtype", "bot_message");
    json.put("bot_id", "B0000000001");
    json.put("text", content.text());
    json.put("ts", ts);
    if (content.blocks().isArray()) {
      json.put("blocks", content.blocks());
    }
    if (withMetadata && content.metadata().isObject()) {
      json.put("metadata", content.metadata());
    }
    return json;
  }
}
