package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.NotificationsWiring;
import com.hekax.phone.notifications.WebhookEventType;
import com.hekax.phone.notifications.WebhookId;
import com.hekax.phone.notifications.Webhooks;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.queues.DeliveryRecord;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Lists what was sent to a webhook and what came back, newest first. */
@Route(value = "GET /api/webhooks/{webhookId}/deliveries", needs = Permission.WEBHOOKS_MANAGE)
public final class ListWebhookDeliveriesHandler extends ApiHandler {
  private final Webhooks webhooks;

  public ListWebhookDeliveriesHandler() {
    this(NotificationsWiring.webhooks());
  }

  ListWebhookDeliveriesHandler(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page =
        webhooks.deliveries(
            request.organization(), request.path("webhookId", WebhookId::parse), request.page());
    return ApiResponse.ok(page.map(DeliveryBody::of));
  }

  record DeliveryBody(
      UUID id,
      WebhookEventType eventType,
      String status,
      int attempts,
      Optional<Integer> lastStatus,
      Optional<String> lastError,
      Instant createdAt,
      Optional<Instant> nextAttemptAt,
      Optional<Instant> deliveredAt) {

    static DeliveryBody of(DeliveryRecord delivery) {
      return new DeliveryBody(
          delivery.id(),
          WebhookEventType.valueOf(delivery.eventType()),
          delivery.status(),
          delivery.attempts(),
          delivery.lastStatus(),
          delivery.lastError(),
          delivery.createdAt(),
          delivery.nextAttemptAt(),
          delivery.deliveredAt());
    }
  }
}
