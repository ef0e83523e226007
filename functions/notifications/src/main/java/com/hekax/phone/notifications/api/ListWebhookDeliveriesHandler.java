package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.webhooks.WebhookEventType;
import com.hekax.phone.notifications.webhooks.WebhookId;
import com.hekax.phone.notifications.webhooks.Webhooks;
import com.hekax.phone.notifications.webhooks.WebhooksWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Lists what was sent to a webhook and what came back, newest first. */
@Route(value = "GET /api/webhooks/{webhookId}/deliveries", needs = Permission.WEBHOOKS_MANAGE)
public final class ListWebhookDeliveriesHandler extends ApiHandler {
  private final Webhooks webhooks;

  public ListWebhookDeliveriesHandler() {
    this(WebhooksWiring.webhooks());
  }

  ListWebhookDeliveriesHandler(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page =
        webhooks.deliveries(
            request.organization(), request.path("webhookId", WebhookId::parse), request.page());
    return ApiResponse.ok(
        page.map(
            story -> DeliveryBody.of(story, type -> WebhookEventType.valueOf(type).publicName())));
  }
}
