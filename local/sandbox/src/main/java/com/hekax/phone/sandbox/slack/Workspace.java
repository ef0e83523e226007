package com.hekax.phone.sandbox.slack;

import java.util.List;
import java.util.Optional;

/** A business's Slack, with channels of the kinds that there are. */
final class Workspace {
  private final String teamId;
  private final String name;
  private final List<Channel> channels;

  /**
   * A workspace as a business has it that uses Slack.
   *
   * @param teamId begins with T
   */
  Workspace(String teamId, String name) {
    this.teamId = teamId;
    this.name = name;
    var rest = teamId.substring(1);
    this.channels =
        List.of(
            new Channel("C" + rest + "1", "calls", false),
            new Channel("C" + rest + "2", "general", false),
            new Channel("G" + rest + "3", "front-desk", true));
  }

  String teamId() {
    return teamId;
  }

  String name() {
    return name;
  }

  List<Channel> channels() {
    return channels;
  }

  /** A channel by its id or its name, with or without the sign before it. */
  Optional<Channel> find(String channel) {
    var bare = channel.startsWith("#") ? channel.substring(1) : channel;
    return channels.stream()
        .filter(one -> one.id().equals(channel) || one.name().equals(bare))
        .findFirst();
  }
}
