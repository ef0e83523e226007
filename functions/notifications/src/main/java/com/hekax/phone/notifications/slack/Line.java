package com.hekax.phone.notifications.slack;

import com.hekax.phone.notifications.slack.SlackAttempt.Later;
import com.hekax.phone.notifications.slack.SlackAttempt.Lost;
import com.hekax.phone.notifications.slack.SlackAttempt.NotMade;
import com.hekax.phone.notifications.slack.SlackAttempt.Refused;
import com.hekax.phone.notifications.slack.SlackAttempt.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The deliveries that wait for one channel. Slack takes a message a second there ("Rate limits" at
 * docs.slack.dev, read 2026-11-22), so one after the other has its turn, a second apart. When one
 * cannot be delivered, Slack is not asked for those behind it either: they come again.
 */
final class Line {
  private static final Duration APART = Duration.ofSeconds(1);

  /** No turn begins later: the function has a minute. */
  private static final Duration OPEN = Duration.ofSeconds(25);

  private final InstantSource clock;
  private final Instant closesAt;
  private Optional<Instant> lastBegan = Optional.empty();
  private Optional<SlackAttempt> closedBy = Optional.empty();

  Line(InstantSource clock) {
    this.clock = clock;
    this.closesAt = clock.instant().plus(OPEN);
  }

  /**
   * Waits for a turn and takes it.
   *
   * @param doubt about the one that waits, which stays when it gets no turn
   */
  synchronized SlackAttempt take(Optional<Doubt> doubt, Supplier<SlackAttempt> turn) {
    if (closedBy.isPresent()) {
      return behind(closedBy.get(), doubt);
    }
    try {
      awaitTurn();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NotMade();
    }
    var attempt = turn.get();
    if (attempt instanceof Later || attempt instanceof Lost || isTimeUp()) {
      closedBy = Optional.of(attempt);
    }
    return attempt;
  }

  private void awaitTurn() throws InterruptedException {
    if (lastBegan.isPresent()) {
      var left = Duration.between(clock.instant(), lastBegan.get().plus(APART));
      if (left.isPositive()) {
        Thread.sleep(left);
      }
    }
    lastBegan = Optional.of(clock.instant());
  }

  private boolean isTimeUp() {
    return clock.instant().isAfter(closesAt);
  }

  private static SlackAttempt behind(SlackAttempt before, Optional<Doubt> doubt) {
    return switch (before) {
      case Lost lost -> lost;
      case Later later -> new Later(Optional.empty(), later.after(), later.error(), doubt);
      case Written _, Refused _, NotMade _ ->
          new Later(
              Optional.empty(),
              Optional.empty(),
              "There was more to send than time for it.",
              doubt);
    };
  }
}
