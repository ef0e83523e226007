package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.platform.http.Cursor;
import java.time.Instant;
import java.util.List;

/** An address that an organization wants to be told at, and of what. Its secret is not here. */
public record Webhook(
    WebhookId id,
    String url,
    List<WebhookEventType> eventTypes,
    WebhookStatus status,
    Instant createdAt) {

  /** Its place in lists, which run from the newest to the oldest. */
  public Cursor position() {
    return new Cursor(createdAt, id.value());
  }
}
