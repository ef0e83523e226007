package com.hekax.phone.notifications.slack;

import com.hekax.phone.notifications.slack.Reply.Busy;
import com.hekax.phone.notifications.slack.Reply.Done;
import com.hekax.phone.notifications.slack.Reply.Lost;
import com.hekax.phone.notifications.slack.Reply.NotNow;
import com.hekax.phone.notifications.slack.Reply.Refused;
import com.hekax.phone.notifications.slack.Reply.Unfit;
import com.hekax.phone.notifications.slack.Reply.Unsure;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.UnreadableAnswerException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer of Slack means. Status 200 says nothing: whether it was done says {@code ok}, and
 * why not the word in {@code error} ("Evaluating responses" and the errors of {@code
 * chat.postMessage} at docs.slack.dev, read 2026-11-22).
 */
final class Verdict {
  private static final Duration UNSAID = Duration.ofSeconds(30);

  private static final Set<String> BUSY = Set.of("ratelimited", "rate_limited");

  /** Slack says of these that some of what was asked may have been done. */
  private static final Set<String> FAILED_INSIDE =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private static final Set<String> NO_ACCESS =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "missing_scope",
          "no_permission",
          "access_denied",
          "org_login_required",
          "ekm_access_denied",
          "team_access_not_granted");

  private static final Set<String> NO_CHANNEL =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "restricted_action",
          "restricted_action_read_only_channel",
          "restricted_action_non_threadable_channel",
          "restricted_action_thread_only_channel");

  private static final Set<String> UNFIT =
      Set.of(
          "msg_too_long",
          "no_text",
          "invalid_blocks",
          "invalid_blocks_format",
          "too_many_attachments",
          "invalid_metadata_format",
          "invalid_metadata_schema",
          "metadata_too_large");

  /** The part of an answer that all methods share. */
  private record Body(boolean ok, Optional<String> error) {}

  /**
   * The reply that an answer is.
   *
   * @param type of the answer when it was done
   * @param version of the tokens that came with the question
   */
  static <T> Reply<T> of(Answer answer, Class<T> type, int version) {
    return switch (answer) {
      case Answered answered when answered.status() == 200 -> read(answered, type, version);
      case Answered answered when answered.status() / 100 == 4 ->
          new Refused<>("Slack refuses it with status " + answered.status() + ".");
      case Answered answered -> failed(answered);
      case Throttled(var retryAfter) -> new Busy<>(retryAfter);
      case Unreachable(_, var maybeReceived) ->
          maybeReceived
              ? new Unsure<>(Optional.empty(), "Slack did not answer.")
              : new NotNow<>(Optional.empty(), "Slack could not be reached.");
    };
  }

  /** Whether the tokens have ended, so that others may do. */
  static boolean isExpired(Answer answer) {
    return answer instanceof Answered answered
        && answered.status() == 200
        && body(answered).flatMap(Body::error).filter("token_expired"::equals).isPresent();
  }

  private static <T> Reply<T> read(Answered answered, Class<T> type, int version) {
    var body = body(answered);
    if (body.isEmpty()) {
      return failed(answered);
    }
    try {
      return body.get().ok()
          ? new Done<>(answered.as(type))
          : refusal(answered, body.get().error().orElse("no_reason"), version);
    } catch (UnreadableAnswerException e) {
      return failed(answered);
    }
  }

  private static <T> Reply<T> refusal(Answered answered, String word, int version) {
    if (BUSY.contains(word)) {
      return new Busy<>(UNSAID);
    }
    if (FAILED_INSIDE.contains(word)) {
      return failed(answered);
    }
    if (NO_ACCESS.contains(word)) {
      return new Lost<>("Slack does not accept our access any more. Connect it again.", version);
    }
    if (NO_CHANNEL.contains(word)) {
      return new Lost<>(
          "The channel in Slack takes no messages from us. Connect Slack again and choose another one.",
          version);
    }
    return UNFIT.contains(word)
        ? new Unfit<>(word)
        : new Refused<>("Slack refuses it: " + shortened(word));
  }

  private static <T> Reply<T> failed(Answered answered) {
    return new Unsure<>(Optional.of(answered.status()), "Slack had a problem of its own.");
  }

  /** Empty when something between Slack and us answered, with a page for people. */
  private static Optional<Body> body(Answered answered) {
    try {
      return Optional.of(answered.as(Body.class));
    } catch (UnreadableAnswerException e) {
      return Optional.empty();
    }
  }

  private static String shortened(String word) {
    return word.length() <= 100 ? word : word.substring(0, 100);
  }

  private Verdict() {}
}
