package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.webhook.WebhookClient;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What is told about one call and whose answer changes nothing: one after the other, or each for
 * itself where there is disorder.
 */
final class Callbacks {
  private static final Executor THREADS =
      command -> Thread.ofVirtual().name("callback").start(command);

  private final WebhookClient webhooks;
  private final Timeline timeline;
  private final Optional<Disorder> disorder;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  Callbacks(WebhookClient webhooks, Timeline timeline, Optional<Disorder> disorder) {
    this.webhooks = webhooks;
    this.timeline = timeline;
    this.disorder = disorder;
  }

  /**
   * Sends it when all before it has been answered; in disorder some times, and before or after
   * whatever else there is.
   *
   * @param kind its name in the timeline
   * @param details what the timeline says of it
   */
  synchronized void send(
      WebhookRequest request, Duration lag, String kind, Map<String, String> details) {
    if (disorder.isEmpty()) {
      sent = sent.thenRunAsync(() -> sendNow(request, lag, kind, details), THREADS);
      return;
    }
    for (var late : disorder.get().callback()) {
      sendApart(request, lag.plus(late), kind, details);
    }
  }

  /** Sends once more, then, what was asked and is answered without it. */
  synchronized void repeat(WebhookRequest request, Duration late) {
    sendApart(request, late, "repeated-webhook", Map.of());
  }

  /** Done when all that was told until now has been answered. */
  synchronized CompletableFuture<?> sent() {
    return sent;
  }

  private void sendApart(
      WebhookRequest request, Duration lag, String kind, Map<String, String> details) {
    var apart = CompletableFuture.runAsync(() -> sendNow(request, lag, kind, details), THREADS);
    sent = CompletableFuture.allOf(sent, apart);
  }

  private void sendNow(
      WebhookRequest request, Duration lag, String kind, Map<String, String> details) {
    try {
      Thread.sleep(lag);
      var answer = webhooks.send(request);
      var noted = new LinkedHashMap<String, Object>(details);
      noted.put("url", request.address().toString());
      noted.put("answer", answer.status());
      noted.put("attempts", answer.attempts());
      answer.failure().ifPresent(failure -> noted.put("error", failure.message()));
      timeline.add(kind, noted);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
