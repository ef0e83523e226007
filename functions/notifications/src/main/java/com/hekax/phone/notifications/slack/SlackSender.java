package com.hekax.phone.notifications.slack;

import com.hekax.phone.notifications.slack.Reply.Busy;
import com.hekax.phone.notifications.slack.Reply.Done;
import com.hekax.phone.notifications.slack.Reply.NotNow;
import com.hekax.phone.notifications.slack.Reply.Unfit;
import com.hekax.phone.notifications.slack.Reply.Unsure;
import com.hekax.phone.notifications.slack.SlackAttempt.Later;
import com.hekax.phone.notifications.slack.SlackAttempt.Lost;
import com.hekax.phone.notifications.slack.SlackAttempt.Refused;
import com.hekax.phone.notifications.slack.SlackAttempt.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Writes one message so that it is in the channel once. */
final class SlackSender {
  private final InstantSource clock;

  SlackSender(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Writes it, unless there is a doubt and the channel has it.
   *
   * @param delivery what it is known by in the channel
   */
  SlackAttempt send(
      SlackClient client,
      String channel,
      SlackMessage message,
      UUID delivery,
      Optional<Doubt> doubt) {
    return doubt
        .map(
            kept ->
                switch (client.has(channel, delivery, kept)) {
                  case Done<Boolean>(var isThere) when isThere -> new Written();
                  case Done<Boolean> _ -> write(client, channel, message, delivery);
                  case Reply.Lost<Boolean>(var reason, var version) -> new Lost(reason, version);
                  case Busy<Boolean>(var after) -> unread(Optional.of(after), kept);
                  case NotNow<Boolean>(var after, _) -> unread(after, kept);
                  case Unsure<Boolean> _, Unfit<Boolean> _, Reply.Refused<Boolean> _ ->
                      unread(Optional.empty(), kept);
                })
        .orElseGet(() -> write(client, channel, message, delivery));
  }

  private static Later unread(Optional<Duration> after, Doubt doubt) {
    return new Later(
        Optional.empty(),
        after,
        "Whether it has arrived could not be found out in the channel.",
        Optional.of(doubt));
  }

  private SlackAttempt write(
      SlackClient client, String channel, SlackMessage message, UUID delivery) {
    var began = clock.instant();
    return switch (client.post(channel, message, delivery)) {
      // Of a kind that Slack is to take: what is wrong with it is ours, and people are told anyway.
      case Unfit<Boolean> _ when !message.blocks().isEmpty() ->
          write(client, channel, message.plain(), delivery);
      case Reply<Boolean> reply -> attempt(reply, began);
    };
  }

  private SlackAttempt attempt(Reply<Boolean> reply, Instant began) {
    return switch (reply) {
      case Done<Boolean> _ -> new Written();
      case Busy<Boolean>(var after) ->
          new Later(
              Optional.of(429),
              Optional.of(after),
              "Slack takes no more messages just now.",
              Optional.empty());
      case NotNow<Boolean>(var after, var reason) ->
          new Later(Optional.empty(), after, reason, Optional.empty());
      case Unsure<Boolean>(var status, var reason) ->
          new Later(
              status, Optional.empty(), reason, Optional.of(new Doubt(began, clock.instant())));
      case Unfit<Boolean>(var word) -> new Refused("Slack refuses it: " + word);
      case Reply.Refused<Boolean>(var reason) -> new Refused(reason);
      case Reply.Lost<Boolean>(var reason, var version) -> new Lost(reason, version);
    };
  }
}
