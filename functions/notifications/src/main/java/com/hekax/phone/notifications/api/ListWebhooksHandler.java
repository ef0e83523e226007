package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.webhooks.Webhooks;
import com.hekax.phone.notifications.webhooks.WebhooksWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Lists the organization's webhooks, newest first. */
@Route(value = "GET /api/webhooks", needs = Permission.WEBHOOKS_MANAGE)
public final class ListWebhooksHandler extends ApiHandler {
  private final Webhooks webhooks;

  public ListWebhooksHandler() {
    this(WebhooksWiring.webhooks());
  }

  ListWebhooksHandler(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page = webhooks.page(request.organization(), request.page());
    return ApiResponse.ok(page.map(WebhookBody::of));
  }
}
