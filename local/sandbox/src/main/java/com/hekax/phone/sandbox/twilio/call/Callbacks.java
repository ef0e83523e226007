package com.hekax.phone.sandbox.twilio.call;

import com.hekax.phone.sandbox.twilio.webhook.WebhookClient;
import com.hekax.phone.sandbox.twilio.webhook.WebhookRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What is told about one call and whose answer changes nothing, one after the other. */
final class Callbacks {
  private static final Executor THREADS =
      command -> Thread.ofVirtual().name("callback").start(command);

  private final WebhookClient webhooks;
  private final Timeline timeline;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  Callbacks(WebhookClient webhooks, Timeline timeline) {
    this.webhooks = webhooks;
    this.timeline = timeline;
  }

  /**
   * Sends it when all before it has been answered.
   *
   * @param kind its name in the timeline
   * @param details what the timeline says of it
   */
  synchronized void send(
      WebhookRequest request, Duration lag, String kind, Map<String, String> details) {
    sent = sent.thenRunAsync(() -> sendNow(request, lag, kind, details), THREADS);
  }

  /** Done when all that was told until now has been answered. */
  synchronized CompletableFuture<?> sent() {
    return sent;
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
