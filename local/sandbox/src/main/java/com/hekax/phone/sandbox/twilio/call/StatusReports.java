package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells of a call's progress as it was asked to ("Track call status", read 2026-11-22). */
final class StatusReports {
  /** RFC 2822, as in {@code Sun, 22 Nov 2026 10:03:03 +0000}. */
  static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Call call;
  private final Callbacks callbacks;
  private final Optional<StatusTarget> target;
  private final Delivery delivery;
  private final List<WebhookRequest> kept = new ArrayList<>();
  private int sequence;

  StatusReports(Call call, Callbacks callbacks, Optional<StatusTarget> target, Delivery delivery) {
    this.call = call;
    this.callbacks = callbacks;
    this.target = target;
    this.delivery = delivery;
  }

  /** The status has changed to what it is now. */
  void changed(Instant at) {
    if (target.isEmpty() || !target.get().events().contains(event())) {
      return;
    }
    kept.add(request(target.get(), at));
    if (delivery.reversed() && !call.status().isFinal()) {
      return;
    }
    for (var request : kept.reversed()) {
      for (int i = 0; i < delivery.times(); i++) {
        callbacks.send(
            request,
            delivery.lag(),
            "status-callback",
            Map.of(
                "callSid", call.sid(),
                "status", String.valueOf(request.form().get("CallStatus")),
                "sequenceNumber", String.valueOf(request.form().get("SequenceNumber"))));
      }
    }
    kept.clear();
  }

  private String event() {
    return switch (call.status()) {
      case QUEUED, INITIATED -> "initiated";
      case RINGING -> "ringing";
      case IN_PROGRESS -> "answered";
      case COMPLETED, BUSY, FAILED, NO_ANSWER, CANCELED -> "completed";
    };
  }

  private WebhookRequest request(StatusTarget to, Instant at) {
    var form = CallForm.of(call);
    form.put("CallbackSource", "call-progress-events");
    form.put("SequenceNumber", Integer.toString(sequence++));
    form.put("Timestamp", TIMESTAMP.format(at));
    if (call.status() == CallStatus.COMPLETED) {
      long seconds = call.talkTime().toSeconds();
      form.put("CallDuration", Long.toString(seconds));
      // Minutes as they are billed, each begun one.
      form.put("Duration", Long.toString(Math.ceilDiv(seconds, 60)));
    }
    return WebhookRequest.of(to.url(), to.method(), form);
  }
}
