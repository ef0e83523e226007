package com.hekax.phone.crm.hubspot;

import com.hekax.phone.crm.hubspot.Reply.Failed;
import com.hekax.phone.crm.hubspot.Reply.Missing;
import com.hekax.phone.crm.hubspot.Reply.Taken;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.RetryAfter;
import com.hekax.phone.platform.vendor.SyncOutcome;
import com.hekax.phone.platform.vendor.SyncOutcome.ReconnectNeeded;
import com.hekax.phone.platform.vendor.SyncOutcome.Rejected;
import com.hekax.phone.platform.vendor.SyncOutcome.TryLater;
import com.hekax.phone.platform.vendor.UnreadableAnswerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an answer of HubSpot means. The shape of errors is the vendor's {@code Error} schema of the
 * date version 2026-03; limits are told by {@code policyName} (API usage guidelines; both read
 * 2026-11-22).
 */
final class Verdict {
  private static final Duration BURST = Duration.ofSeconds(10);

  /** The portal's own midnight is not told; a day later is after it for sure. */
  private static final Duration NEXT_DAY = Duration.ofDays(1);

  private static final Duration LOCKED = Duration.ofSeconds(5);

  /** Longer than the search index lags behind: what an unanswered request made is found then. */
  private static final Duration OUTAGE = Duration.ofMinutes(1);

  private static final Pattern EXISTING_ID = Pattern.compile("Existing ID: (\\d+)");

  /** The parts of an error that are used. */
  private record ErrorBody(
      Optional<String> category, Optional<String> message, Optional<String> policyName) {
    static final ErrorBody NONE =
        new ErrorBody(Optional.empty(), Optional.empty(), Optional.empty());

    static ErrorBody of(Answered answered) {
      try {
        return answered.as(ErrorBody.class);
      } catch (UnreadableAnswerException e) {
        // Something between HubSpot and us may answer too, with a page for people.
        return NONE;
      }
    }
  }

  static <T> Reply<T> of(Answer answer, Function<Answered, Reply<T>> read) {
    return switch (answer) {
      case Answered answered when answered.status() / 100 == 2 -> read.apply(answered);
      case Answered answered -> refusal(answered, ErrorBody.of(answered));
      case Throttled(var retryAfter) ->
          new Failed<>(new TryLater(retryAfter, "HubSpot answered 429."));
      case Unreachable _ -> new Failed<>(new TryLater(OUTAGE, "HubSpot could not be reached."));
    };
  }

  private static <T> Reply<T> refusal(Answered answered, ErrorBody error) {
    return switch (answered.status()) {
      case 404 -> new Missing<>();
      case 409 -> new Taken<>(existingId(error));
      default -> new Failed<>(outcome(answered, error));
    };
  }

  private static SyncOutcome outcome(Answered answered, ErrorBody error) {
    int status = answered.status();
    if (status == 429) {
      return new TryLater(
          RetryAfter.in(answered, Instant.now())
              .orElse(isOf(error.policyName(), "DAILY") ? NEXT_DAY : BURST),
          answered(status));
    }
    if (status == 423) {
      return new TryLater(LOCKED, answered(status));
    }
    if (status == 408 || status == 425 || status >= 500) {
      return new TryLater(OUTAGE, answered(status));
    }
    if (status == 403 && isOf(error.category(), "MISSING_SCOPES")) {
      return new ReconnectNeeded(
          "HubSpot says that our access does not reach far enough. Connect it again and allow all that is asked for.");
    }
    return new Rejected(
        error
            .message()
            .map(message -> "HubSpot refuses it: " + shortened(message))
            .orElse("HubSpot refuses it with status " + status + "."));
  }

  private static String answered(int status) {
    return "HubSpot answered " + status + ".";
  }

  /** HubSpot tells the other's id in words only. */
  private static String existingId(ErrorBody error) {
    var found = EXISTING_ID.matcher(error.message().orElse(""));
    return found.find() ? found.group(1) : "";
  }

  private static boolean isOf(Optional<String> word, String expected) {
    return word.filter(expected::equals).isPresent();
  }

  private static String shortened(String message) {
    return message.length() <= 500 ? message : message.substring(0, 500);
  }

  private Verdict() {}
}
