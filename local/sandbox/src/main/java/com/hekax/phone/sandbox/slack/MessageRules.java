package com.hekax.phone.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.slack.PostedMessage.Content;

/** Which messages Slack takes. */
final class MessageRules {
  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_HEADER = 150;
  private static final int MOST_BLOCKS = 50;

  /** What a body asks to write. */
  static Content read(JsonNode body) {
    var text = body.path("text").asText("");
    var blocks = body.path("blocks");
    var metadata = body.path("metadata");
    if (text.isEmpty() && blocks.isEmpty()) {
      throw SlackError.of("no_text");
    }
    if (text.length() > LONGEST_TEXT) {
      throw SlackError.of("msg_too_long");
    }
    if (!blocks.isMissingNode() && !areGood(blocks)) {
      throw SlackError.of("invalid_blocks");
    }
    if (!metadata.isMissingNode()
        && (metadata.path("event_type").asText("").isEmpty()
            || !metadata.path("event_payload").isObject())) {
      throw SlackError.of("invalid_metadata_format");
    }
    return new Content(text, blocks, metadata);
  }

  private static boolean areGood(JsonNode blocks) {
    if (!blocks.isArray() || blocks.size() > MOST_BLOCKS) {
      return false;
    }
    for (var block : blocks) {
      if (!isGood(block)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGood(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "header" ->
          block.path("text").path("type").asText().equals("plain_text")
              && isText(block.path("text"), LONGEST_HEADER);
      case "section" ->
          isText(block.path("text"), LONGEST_SECTION) || !block.path("fields").isEmpty();
      case "context" -> {
        boolean good = !block.path("elements").isEmpty();
        for (var element : block.path("elements")) {
          good &= isText(element, LONGEST_SECTION);
        }
        yield good;
      }
      case "divider" -> true;
      default -> false;
    };
  }

  private static boolean isText(JsonNode text, int longest) {
    var value = text.path("text").asText("");
    var type = text.path("type").asText();
    return (type.equals("mrkdwn") || type.equals("plain_text"))
        && !value.isEmpty()
        && value.length() <= longest;
  }

  private MessageRules() {}
}
