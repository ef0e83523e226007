package com.hekax.phone.notifications.email;

import com.hekax.phone.notifications.email.Attempt.Accepted;
import com.hekax.phone.notifications.email.Attempt.Failed;
import com.hekax.phone.notifications.email.Attempt.HeldBack;
import com.hekax.phone.notifications.email.Attempt.Refused;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Masked;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.RetryAfter;
import com.hekax.phone.platform.vendor.UnreadableAnswerException;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sends by Resend: {@code POST /emails} (OpenAPI 1.5.0 of 2026-08-21). An idempotency key is kept
 * for 24 hours (page "Idempotency keys"), and a team may ask five times a second (page "Usage
 * Limits"); the names of errors are those of its Node SDK 6.38.0. All read 2026-11-22.
 */
final class Resend implements EmailSender {
  private static final String PATH = "/emails";
  private static final int LONGEST_REASON = 500;

  /**
   * A day's number of e-mails is not told to the minute: asked again each hour, it is soon there.
   */
  private static final Duration QUOTA_PAUSE = Duration.ofHours(1);

  private static final Set<String> QUOTAS =
      Set.of("daily_quota_exceeded", "monthly_quota_exceeded");

  private final VendorHttp http;
  private final String from;
  private final Secrets secrets;
  private final Pace pace;

  /**
   * Sends in the name of {@code from}.
   *
   * @param http of Resend's API, with {@link VendorHttp#withBusyAnswers}
   * @param from an address of a domain that is verified at Resend, with a name or without
   */
  Resend(VendorHttp http, String from, Secrets secrets, Pace pace) {
    this.http = http;
    this.from = from;
    this.secrets = secrets;
    this.pace = pace;
  }

  private record Key(String apiKey) {}

  private record Tag(String name, String value) {}

  private record Body(
      String from,
      List<String> to,
      String subject,
      String text,
      String html,
      Map<String, String> headers,
      List<Tag> tags) {}

  private record ErrorBody(Optional<String> name, Optional<String> message) {
    static ErrorBody of(Answered answered) {
      try {
        return answered.as(ErrorBody.class);
      } catch (UnreadableAnswerException e) {
        // Something between Resend and us may answer too, with a page for people.
        return new ErrorBody(Optional.empty(), Optional.empty());
      }
    }

    boolean is(String other) {
      return name.filter(other::equals).isPresent();
    }

    /** In its own words, without whom the e-mail was to. */
    String words() {
      var text = Masked.text(message.orElse("It does not say why."));
      return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
  }

  @Override
  public Attempt send(Email email, UUID key) {
    var asked =
        http.with("Authorization", "Bearer " + secrets.get("resend", Key.class).apiKey())
            .with("Idempotency-Key", key.toString());
    try {
      pace.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt.NotMade();
    }
    return attempt(asked.post(PATH, body(email)));
  }

  private Body body(Email email) {
    return new Body(
        from,
        List.of(email.to()),
        HeaderText.of(email.subject()),
        email.text(),
        email.html(),
        email
            .preferencesUrl()
            .map(url -> Map.of("List-Unsubscribe", "<" + url + ">"))
            .orElse(Map.of()),
        List.of(new Tag("organization", email.organization().toString())));
  }

  private static Attempt attempt(Answer answer) {
    return switch (answer) {
      case Answered answered when answered.status() / 100 == 2 -> new Accepted(answered.status());
      case Answered answered -> refusal(answered, ErrorBody.of(answered));
      case Throttled(var retryAfter) -> busy(429, Optional.of(retryAfter));
      case Unreachable(var reason, _) ->
          new Failed(
              Optional.empty(),
              Optional.empty(),
              "The e-mail service could not be reached: " + Masked.text(reason));
    };
  }

  private static Attempt refusal(Answered answered, ErrorBody error) {
    int status = answered.status();
    var retryAfter = RetryAfter.in(answered, Instant.now());
    return switch (status) {
      case 401, 403 -> notAccepted(status, error);
      case 429 ->
          error.name().filter(QUOTAS::contains).isPresent()
              ? new HeldBack(
                  status,
                  Optional.of(retryAfter.orElse(QUOTA_PAUSE)),
                  "The e-mail service takes no more e-mail from us for now.",
                  true)
              : busy(status, retryAfter);
      case 409 -> conflict(error);
      case 400, 413, 422 -> new Refused(status, "The e-mail service refuses it: " + error.words());
      default ->
          new Failed(
              Optional.of(status), retryAfter, "The e-mail service answered " + status + ".");
    };
  }

  private static Attempt notAccepted(int status, ErrorBody error) {
    return new HeldBack(
        status,
        Optional.empty(),
        "The e-mail service does not accept us now: " + error.words(),
        true);
  }

  private static Attempt busy(int status, Optional<Duration> retryAfter) {
    return new HeldBack(status, retryAfter, "The e-mail service is busy.", false);
  }

  /**
   * An attempt before may not have been answered. What it said then may have been in other words:
   * the business has changed its name since, or the member the address.
   */
  private static Attempt conflict(ErrorBody error) {
    if (error.is("invalid_idempotent_request")) {
      Log.warn("An e-mail had been sent in other words before");
      return new Accepted(409);
    }
    return new Failed(
        Optional.of(409), Optional.empty(), "An attempt before is still under way there.");
  }
}
