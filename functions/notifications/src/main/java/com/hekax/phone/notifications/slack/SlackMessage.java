package com.hekax.phone.notifications.slack;

import java.util.List;

/**
 * What people read in the channel.
 *
 * @param text all of it in a line or two: for the notification, and for whom blocks are not shown
 * @param blocks the same with its parts set apart; may be empty
 */
record SlackMessage(String text, List<Block> blocks) {

  /** The same without blocks: there is little in a text that Slack could refuse. */
  SlackMessage plain() {
    return new SlackMessage(text, List.of());
  }
}
