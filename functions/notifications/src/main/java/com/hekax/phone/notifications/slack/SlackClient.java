package com.hekax.phone.notifications.slack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.hekax.phone.notifications.slack.Access.Granted;
import com.hekax.phone.notifications.slack.Reply.Done;
import com.hekax.phone.notifications.slack.Reply.Lost;
import com.hekax.phone.notifications.slack.Reply.NotNow;
import com.hekax.phone.notifications.slack.Reply.Unsure;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Asks Slack in the name of one connection (Web API; {@code chat.postMessage}, {@code
 * conversations.join}, {@code conversations.history} and "Using message metadata" at
 * docs.slack.dev, read 2026-11-22).
 *
 * <p>Slack takes no key that would make a message come once. So each message carries the id of its
 * delivery as metadata, which people do not see and by which it is found again in the channel's
 * history. A bot reads the history of channels it is a member of.
 */
final class SlackClient {
  private static final String EVENT_TYPE = "hekax_phone_notification";

  /** What apps get that are not in Slack's directory; others may get more. */
  private static final int PAGE = 15;

  private static final int MOST_PAGES = 20;

  private final VendorHttp http;
  private final AccessSource access;

  /**
   * A client for one connection.
   *
   * @param http of Slack
   */
  SlackClient(VendorHttp http, AccessSource access) {
    this.http = http;
    this.access = access;
  }

  private record Channel(String channel) {}

  private record Joined(Map<String, Object> channel) {}

  private record Metadata(
      @JsonProperty("event_type") String eventType,
      @JsonProperty("event_payload") Map<String, String> eventPayload) {

    static Metadata of(UUID delivery) {
      return new Metadata(EVENT_TYPE, Map.of("id", delivery.toString()));
    }
  }

  private record NewMessage(
      String channel,
      String text,
      List<Block> blocks,
      Metadata metadata,
      @JsonProperty("unfurl_links") boolean unfurlLinks,
      @JsonProperty("unfurl_media") boolean unfurlMedia) {}

  private record Posted(Optional<String> ts) {}

  private record SeenMetadata(
      @JsonProperty("event_type") Optional<String> eventType,
      @JsonProperty("event_payload") Optional<Map<String, Object>> eventPayload) {

    boolean isOf(UUID delivery) {
      return eventType.filter(EVENT_TYPE::equals).isPresent()
          && eventPayload
              .filter(payload -> delivery.toString().equals(payload.get("id")))
              .isPresent();
    }
  }

  private record Seen(Optional<SeenMetadata> metadata) {

    boolean isOf(UUID delivery) {
      return metadata.filter(one -> one.isOf(delivery)).isPresent();
    }
  }

  private record Next(@JsonProperty("next_cursor") Optional<String> nextCursor) {}

  private record History(
      Optional<List<Seen>> messages, @JsonProperty("response_metadata") Optional<Next> next) {

    Optional<String> nextCursor() {
      return next.flatMap(Next::nextCursor).filter(cursor -> !cursor.isEmpty());
    }
  }

  /** Becomes a member of a channel, as a bot can of those that everybody in the workspace sees. */
  void join(String channel) {
    // Whether it helped is seen when the channel is read: into others a bot is asked by people.
    ask(http -> http.post("/api/conversations.join", new Channel(channel)), Joined.class);
  }

  /** Whether messages of the channel can be read, which a member can. */
  Reply<Boolean> isMember(String channel) {
    return history(channel, "&limit=1").map(_ -> true);
  }

  /**
   * Writes a message.
   *
   * @param delivery what it is found again by
   */
  Reply<Boolean> post(String channel, SlackMessage message, UUID delivery) {
    var body =
        new NewMessage(
            channel, message.text(), message.blocks(), Metadata.of(delivery), false, false);
    return ask(http -> http.post("/api/chat.postMessage", body), Posted.class).map(_ -> true);
  }

  /** Whether the message of a delivery is in the channel, where it would be if anywhere. */
  Reply<Boolean> has(String channel, UUID delivery, Doubt doubt) {
    var window =
        "&include_all_metadata=true&inclusive=true&limit=%d&oldest=%s&latest=%s"
            .formatted(PAGE, seconds(doubt.earliest()), seconds(doubt.latest()));
    var cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      var reply = history(channel, window + cursor);
      if (!(reply instanceof Done<History>(var history))) {
        return reply.map(_ -> false);
      }
      if (history.messages().isEmpty()) {
        return new Unsure<>(Optional.of(200), "Slack does not show the channel.");
      }
      if (history.messages().get().stream().anyMatch(seen -> seen.isOf(delivery))) {
        return new Done<>(true);
      }
      var next = history.nextCursor();
      if (next.isEmpty()) {
        return new Done<>(false);
      }
      cursor = "&cursor=" + encoded(next.get());
    }
    return new NotNow<>(Optional.empty(), "The channel is too busy to find the message in it.");
  }

  private Reply<History> history(String channel, String query) {
    return ask(
        http -> http.get("/api/conversations.history?channel=" + encoded(channel) + query),
        History.class);
  }

  private <T> Reply<T> ask(Function<VendorHttp, Answer> question, Class<T> type) {
    return ask(access.current(), question, type, true);
  }

  private <T> Reply<T> ask(
      Access granted, Function<VendorHttp, Answer> question, Class<T> type, boolean mayRenew) {
    return switch (granted) {
      case Access.NotNow(var after) ->
          new NotNow<>(Optional.of(after), "Slack gives us no access just now.");
      case Access.Lost(var reason, var version) -> new Lost<>(reason, version);
      case Granted(var token, var version) -> {
        var answer = question.apply(http.with("Authorization", "Bearer " + token));
        yield mayRenew && Verdict.isExpired(answer)
            ? ask(access.insteadOf(version), question, type, false)
            : Verdict.of(answer, type, version);
      }
    };
  }

  private static String seconds(Instant time) {
    return "%d.%06d".formatted(time.getEpochSecond(), time.getNano() / 1_000);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
