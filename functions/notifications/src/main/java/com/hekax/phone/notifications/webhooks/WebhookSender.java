package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.notifications.webhooks.Attempt.Accepted;
import com.hekax.phone.notifications.webhooks.Attempt.Refused;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.vendor.Answer;
import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import com.hekax.phone.platform.vendor.PublicHttp;
import com.hekax.phone.platform.vendor.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Sends one message once, signed as Standard Webhooks 1.0.0 says. */
final class WebhookSender {
  private final PublicHttp http;
  private final SealedSecrets secrets;
  private final InstantSource clock;

  WebhookSender(PublicHttp http, SealedSecrets secrets, InstantSource clock) {
    this.http = http;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Tells the receiver of the event. */
  Attempt send(Outgoing outgoing, Receiver receiver) {
    var secret = secrets.open(outgoing.organizationId(), receiver);
    var type = WebhookEventType.valueOf(outgoing.eventType());
    var body =
        Json.write(WebhookMessage.of(type, outgoing.event())).getBytes(StandardCharsets.UTF_8);
    var now = clock.instant();
    var answer = http.post(receiver.url(), headers(outgoing, secret, now, body), body);
    return attempt(answer, Duration.between(now, clock.instant()));
  }

  private static Map<String, String> headers(
      Outgoing outgoing, SigningSecret secret, Instant now, byte[] body) {
    // Of the event and not of the attempt: what a receiver tells repetitions by.
    var id = "msg_" + outgoing.eventId();
    return Map.of(
        "content-type",
        "application/json",
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        secret.sign(id, now, body));
  }

  private Attempt attempt(Answer answer, Duration took) {
    return switch (answer) {
      case Answered answered when answered.status() / 100 == 2 ->
          new Accepted(answered.status(), took);
      case Answered answered ->
          new Refused(
              Optional.of(answered.status()),
              RetryAfter.in(answered, clock.instant()),
              Excerpt.of("Answered " + answered.status() + ". " + answered.body()));
      case Throttled(var retryAfter) ->
          new Refused(Optional.of(429), Optional.of(retryAfter), "Answered 429.");
      case Unreachable(var reason, _) ->
          new Refused(Optional.empty(), Optional.empty(), Excerpt.of(reason));
    };
  }
}
