package com.hekax.phone.sandbox.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One channel and what was written to it, oldest first. */
final class Channel {
  private final String id;
  private final String name;
  private final boolean isPrivate;
  private final List<PostedMessage> messages = new ArrayList<>();
  private boolean isArchived;
  private boolean isMember;
  private long lastMicros;

  Channel(String id, String name, boolean isPrivate) {
    this.id = id;
    this.name = name;
    this.isPrivate = isPrivate;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean isPrivate() {
    return isPrivate;
  }

  synchronized boolean isArchived() {
    return isArchived;
  }

  synchronized void archive() {
    isArchived = true;
  }

  /** Whether the app's bot belongs to it. */
  synchronized boolean isMember() {
    return isMember;
  }

  synchronized void member(boolean member) {
    isMember = member;
  }

  /** Adds a message, whose timestamp is its name in the channel. */
  synchronized PostedMessage post(PostedMessage.Content content, Instant now) {
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    lastMicros = Math.max(micros, lastMicros + 1);
    var ts = "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    var message = new PostedMessage(ts, now, content);
    messages.add(message);
    return message;
  }

  synchronized List<PostedMessage> messages() {
    return List.copyOf(messages);
  }
}
