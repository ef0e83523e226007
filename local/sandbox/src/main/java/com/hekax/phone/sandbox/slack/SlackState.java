package com.hekax.phone.sandbox.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everything that Slack knows, of all workspaces. */
final class SlackState {
  /** What most methods take is far beyond what we ask; these two are near. */
  private static final int BURST_OF_MESSAGES = 3;

  private final Map<String, Workspace> workspaces = new ConcurrentSkipListMap<>();
  private final InstantSource clock;
  private final TokenDesk tokens;
  private final RateLimit messages;
  private final RateLimit history;
  private volatile int historyPage = 100;

  SlackState(InstantSource clock) {
    this.clock = clock;
    this.tokens = new TokenDesk(clock);
    this.messages = new RateLimit(clock, BURST_OF_MESSAGES, Duration.ofSeconds(1));
    this.history = new RateLimit(clock, 50, Duration.ofMillis(1_200));
  }

  Workspace workspace(String teamId) {
    return workspaces.computeIfAbsent(
        teamId, id -> new Workspace(id, "Workspace " + id.substring(1)));
  }

  List<Workspace> workspaces() {
    return List.copyOf(workspaces.values());
  }

  InstantSource clock() {
    return clock;
  }

  TokenDesk tokens() {
    return tokens;
  }

  /** One a second and channel, webhooks included. */
  RateLimit messages() {
    return messages;
  }

  RateLimit history() {
    return history;
  }

  /** The longest page of a channel's history. */
  int historyPage() {
    return historyPage;
  }

  void historyPage(int most) {
    historyPage = most;
  }
}
