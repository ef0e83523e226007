package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.webhooks.Webhook;
import com.hekax.phone.notifications.webhooks.WebhookEventType;
import com.hekax.phone.notifications.webhooks.WebhookId;
import com.hekax.phone.notifications.webhooks.WebhookStatus;
import java.time.Instant;
import java.util.List;

/** A webhook as the API shows it. */
record WebhookBody(
    WebhookId id,
    String url,
    List<WebhookEventType> eventTypes,
    WebhookStatus status,
    Instant createdAt) {

  static WebhookBody of(Webhook webhook) {
    return new WebhookBody(
        webhook.id(), webhook.url(), webhook.eventTypes(), webhook.status(), webhook.createdAt());
  }
}
