package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.webhooks.WebhookId;
import com.hekax.phone.notifications.webhooks.Webhooks;
import com.hekax.phone.notifications.webhooks.WebhooksWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Removes a webhook. */
@Route(value = "DELETE /api/webhooks/{webhookId}", needs = Permission.WEBHOOKS_MANAGE)
public final class DeleteWebhookHandler extends ApiHandler {
  private final Webhooks webhooks;

  public DeleteWebhookHandler() {
    this(WebhooksWiring.webhooks());
  }

  DeleteWebhookHandler(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    webhooks.delete(request.organization(), request.path("webhookId", WebhookId::parse));
    return ApiResponse.noContent();
  }
}
