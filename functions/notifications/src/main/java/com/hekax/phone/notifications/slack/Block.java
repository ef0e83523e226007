package com.hekax.phone.notifications.slack;

import java.util.List;
import java.util.Optional;

/**
 * A block of a message ("Block Kit" at docs.slack.dev, read 2026-11-22), of the kinds that we use.
 */
record Block(String type, Optional<Text> text, Optional<List<Text>> elements) {

  /**
   * Text in a block.
   *
   * @param type {@code plain_text}, shown as it is, or {@code mrkdwn}, with links and bold
   */
  record Text(String type, String text) {}

  /** A heading. */
  static Block header(String text) {
    return new Block("header", Optional.of(new Text("plain_text", text)), Optional.empty());
  }

  /** What somebody said, in which nothing is a link or bold. */
  static Block words(String text) {
    return new Block("section", Optional.of(new Text("plain_text", text)), Optional.empty());
  }

  /** Our own words, with links and bold. */
  static Block section(String text) {
    return new Block("section", Optional.of(new Text("mrkdwn", text)), Optional.empty());
  }

  /** Our own words, small. */
  static Block context(String text) {
    return new Block("context", Optional.empty(), Optional.of(List.of(new Text("mrkdwn", text))));
  }
}
